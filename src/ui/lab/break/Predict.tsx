/** First what one expects, then the run that shows it. */
import { useId, useState } from 'react';
import { propertyNames } from '../../../check/index.ts';
import type { Switch } from '../../../raft/index.ts';
import { proofSaid, lab as said } from '../../../words/index.ts';
import { useLab } from '../../hooks/lab.ts';
import { goToBench, type Prediction, predict, tell, useBench, useIsTold } from '../bench.ts';
import { huntByHand, showProof } from '../proof.ts';
import { meaningOf, nameOf } from '../saidOf.ts';

/** In the order of Figure 3; then what else can be the case. */
const choices: readonly Prediction[] = [...propertyNames, 'progress', 'nothing'];

/** The search bench, asked for this rule. */
async function hunt(rule: Switch): Promise<void> {
  const { searchFor } = await import('../search/searching.ts');
  searchFor(rule);
  goToBench('search');
}

interface Props {
  readonly rule: Switch;
}

export function Predict({ rule }: Props) {
  const lab = useLab();
  const id = useId();
  const predicted = useBench((state) => state.said[rule]);
  const isTold = useIsTold(rule);
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    if (predicted === undefined) return setTrouble(said.predictFirst);
    const isOpen = await showProof(lab, rule, predicted).catch(() => false);
    setTrouble(isOpen ? null : said.cannotOpen);
  };
  const choose = (choice: Prediction): void => {
    setTrouble(null);
    predict(rule, choice);
  };
  return (
    <>
      <fieldset className="predictions" aria-describedby={trouble === null ? undefined : id}>
        <legend>{said.predict}</legend>
        {choices.map((choice) => (
          <Choice
            key={choice}
            choice={choice}
            isChosen={choice === predicted}
            onChoose={() => choose(choice)}
          />
        ))}
      </fieldset>
      {trouble !== null && (
        <p className="field-trouble" role="alert" id={id}>
          {trouble}
        </p>
      )}
      <p className="verbs">
        <button type="button" className="primary" onClick={show}>
          {said.show}
        </button>
        <button type="button" onClick={() => huntByHand(lab, rule)}>
          {said.byHand}
        </button>
        <button type="button" onClick={() => hunt(rule)}>
          {said.bySearch}
        </button>
        {!isTold && (
          <button type="button" className="link" onClick={() => tell(rule)}>
            {said.tell}
          </button>
        )}
      </p>
      <Seen rule={rule} />
    </>
  );
}

interface ChoiceProps {
  readonly choice: Prediction;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ choice, isChosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="prediction">
      <label>
        <input
          type="radio"
          name="prediction"
          checked={isChosen}
          aria-describedby={id}
          onChange={onChoose}
        />
        <span>{nameOf(choice)}</span>
      </label>
      <small id={id}>{meaningOf(choice)}</small>
    </div>
  );
}

/** After the run was seen: what was said, what it showed, and why. */
function Seen({ rule }: Props) {
  const predicted = useBench((state) => state.said[rule]);
  const found = useBench((state) => state.found[rule]);
  if (predicted === undefined || found === undefined) return null;
  return (
    <p className="rule-seen">
      {said.seen(nameOf(predicted), nameOf(found))} {proofSaid[rule]}
    </p>
  );
}
