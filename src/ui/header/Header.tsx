/** The top of the page: what runs, how the cluster stands, whether all holds. */
import {
  BookOpenText,
  CircleHelp,
  type IconNode,
  Menu,
  Moon,
  Search,
  Share2,
  SlidersHorizontal,
  Sun,
} from 'lucide';
import { Suspense } from 'react';
import { themeOf } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useView } from '../hooks/lab.ts';
import { LanguageLinks } from '../languages/LanguageLinks.tsx';
import { part } from '../parts.ts';
import { Turn } from '../turns.tsx';
import { Facts } from './Facts.tsx';
import { Mark } from './Mark.tsx';
import { Properties } from './Properties.tsx';

const ScenarioPicker = part(() => import('../soon.ts').then((loaded) => loaded.ScenarioPicker));
const Views = part(() => import('../soon.ts').then((loaded) => loaded.Views));

/** The bar with the name, the scenario, the facts and the views. */
export function Header() {
  return (
    <header className="bar">
      <h1 className="brand">
        <Mark />
        <span>{words.page.name}</span>
      </h1>
      <Turn of="views" otherwise={<div className="scenario" />}>
        <Suspense fallback={<div className="scenario" />}>
          <ScenarioPicker />
        </Suspense>
      </Turn>
      <Facts />
      <Properties />
      <div className="views">
        <Turn of="views">
          <Suspense>
            <Views />
          </Suspense>
        </Turn>
      </div>
      <div className="bar-tools">
        <LanguageLinks />
        <ShareButton />
        <PanelButton panel="figure2" sign={BookOpenText} />
        <PanelButton panel="conditions" sign={SlidersHorizontal} />
        <IconButton panel="palette" sign={Search} />
        <ThemeButton />
        <IconButton panel="help" sign={CircleHelp} />
        <IconButton panel="menu" sign={Menu} />
      </div>
    </header>
  );
}

interface PanelButtonProps {
  readonly panel: 'conditions' | 'figure2';
  readonly sign: IconNode;
}

function PanelButton({ panel, sign }: PanelButtonProps) {
  const { view } = useLab();
  const isOpen = useView((state) => state.panel === panel);
  return (
    <button
      type="button"
      className="quiet"
      aria-expanded={isOpen}
      title={words.page[panel]}
      onClick={() => view.toggle(panel)}
    >
      <Icon of={sign} size={16} />
      <span>{words.page[panel]}</span>
    </button>
  );
}

function ShareButton() {
  const { view } = useLab();
  return (
    <button type="button" className="quiet" onClick={() => view.open('share')}>
      <Icon of={Share2} size={16} />
      <span>{words.page.share}</span>
    </button>
  );
}

interface IconButtonProps {
  readonly panel: 'palette' | 'menu' | 'help';
  readonly sign: IconNode;
}

function IconButton({ panel, sign }: IconButtonProps) {
  const { view } = useLab();
  const label = words.page[panel];
  return (
    <button
      type="button"
      className="icon"
      id={`page-${panel}`}
      aria-label={label}
      title={label}
      onClick={() => view.open(panel)}
    >
      <Icon of={sign} size={17} />
    </button>
  );
}

function ThemeButton() {
  const { view } = useLab();
  const theme = useView(themeOf);
  const isDark = theme === 'dark';
  const label = isDark ? words.page.toLight : words.page.toDark;
  const sign = isDark ? Sun : Moon;
  return (
    <button
      type="button"
      className="icon theme"
      aria-label={label}
      title={label}
      onClick={() => view.prefer({ theme: isDark ? 'light' : 'dark' })}
    >
      <Icon of={sign} size={18} />
    </button>
  );
}
