/** Where an error that nobody foresaw ends up: the run that led there is saved, and one can go on. */
import { Component, type ErrorInfo, type ReactNode, Suspense } from 'react';
import type { Lab } from '../hooks/lab.ts';
import { part } from '../parts.ts';

const TroublePanel = part(() => import('./TroublePanel.tsx').then((loaded) => loaded.TroublePanel));

interface Props {
  readonly lab: Lab;
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
}

/** Shows the page, or what went wrong in it; errors outside of rendering come here too. */
export class Boundary extends Component<Props, State> {
  override readonly state: State = { message: null };
  private readonly listening = new AbortController();

  static getDerivedStateFromError(error: unknown): State {
    return { message: messageOf(error) };
  }

  override componentDidMount(): void {
    const { signal } = this.listening;
    addEventListener('error', ({ error, message }) => this.fail(error ?? message), { signal });
    addEventListener('unhandledrejection', ({ reason }) => this.fail(reason), { signal });
  }

  override componentWillUnmount(): void {
    this.listening.abort();
  }

  override componentDidCatch(_error: unknown, _info: ErrorInfo): void {
    this.props.lab.session.pause();
  }

  private fail(error: unknown): void {
    this.props.lab.session.pause();
    this.setState({ message: messageOf(error) });
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const recover = () => this.setState({ message: null });
    return (
      <Suspense>
        <TroublePanel lab={this.props.lab} message={message} onRecover={recover} />
      </Suspense>
    );
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
