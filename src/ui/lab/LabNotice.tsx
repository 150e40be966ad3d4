/** Beside the run: whether what was predicted in the lab came true, or what somebody hunts for. */
import { violationsOf } from '../../timeline/index.ts';
import { proofSaid, lab as saidOfLab } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useSession, useTimeline } from '../hooks/lab.ts';
import { benchStore, type Notice, useBench } from './bench.ts';
import { nameOf } from './saidOf.ts';
import '../styles/labNotice.css';

const said = saidOfLab.notice;

/** A strip as long as the run that it speaks of is in hand. */
export function LabNotice() {
  const { view } = useLab();
  const notice = useBench(({ notice }) => notice);
  const origin = useSession(({ origin }) => origin);
  if (notice === null || notice.origin !== origin) return null;
  return (
    <div className="lab-notice" role="status" aria-label={said.label}>
      {notice.kind === 'verdict' ? <VerdictText {...notice} /> : <GoalText {...notice} />}
      <button type="button" className="link" onClick={() => view.open('lab')}>
        {said.back}
      </button>
      <Cross label={said.dismiss} onPress={() => benchStore.setState({ notice: null })} />
    </div>
  );
}

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

function VerdictText({ rule, said: predicted, found }: Of<'verdict'>) {
  const isRight = predicted === found;
  return (
    <span>
      <b className={isRight ? 'is-right' : 'is-wrong'}>
        {isRight ? said.right(nameOf(found)) : said.wrong(nameOf(predicted), nameOf(found))}
      </b>{' '}
      {proofSaid[rule]}
    </span>
  );
}

function GoalText({ rule, wanted }: Of<'goal'>) {
  const broken = violationsOf(useTimeline()).map(({ property }) => property);
  const [first] = broken;
  if (wanted === null && first === undefined) return <span>{said.goalProgress(rule)}</span>;
  if (first === undefined) return <span>{said.goal(rule, nameOf(wanted ?? 'progress'))}</span>;
  const reached = broken.find((property) => property === wanted);
  return (
    <b className="is-right">
      {reached === undefined ? said.reachedOther(nameOf(first)) : said.reached(nameOf(reached))}
    </b>
  );
}
