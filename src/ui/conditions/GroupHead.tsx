/** What a group of options is called, and what it is for. */
interface Props {
  readonly name: string;
  readonly purpose: string;
}

export function GroupHead({ name, purpose }: Props) {
  return (
    <>
      <b>{name}</b> <span className="purpose">{purpose}</span>
    </>
  );
}
