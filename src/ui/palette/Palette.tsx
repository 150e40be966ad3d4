/** Find an act by typing a part of its name. */
import { Command } from 'cmdk';
import { palette as said } from '../../words/index.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useLab } from '../hooks/lab.ts';
import { type Action, actionsOf } from './actions.ts';
import '../styles/palette.css';

const groups = Object.keys(said.groups) as Action['group'][];

/** Closes before the act, so that an act may open something itself. */
export function Palette() {
  const lab = useLab();
  const actions = actionsOf(lab);
  const choose = ({ run }: Action): void => {
    lab.view.close();
    run();
  };
  return (
    <Frame title={said.title} className="is-palette">
      <Command label={said.title} loop>
        <Command.Input autoFocus placeholder={said.placeholder} />
        <Command.List label={said.title}>
          <Command.Empty>{said.none}</Command.Empty>
          {groups.map((group) => (
            <Command.Group key={group} heading={said.groups[group]}>
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <Command.Item
                    key={action.id}
                    value={`${action.text} ${action.id}`}
                    onSelect={() => choose(action)}
                  >
                    <span>{action.text}</span>
                    {action.hint !== '' && <kbd>{action.hint}</kbd>}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Frame>
  );
}
