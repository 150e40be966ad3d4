/** A leader that is handing its office over takes no commands (Thesis §3.10). */
import type { ServerId } from '../../base/index.ts';
import type { Server } from '../../raft/index.ts';
import type { Cause } from './answer.ts';
import { cause } from './draft.ts';
import { lastIn, nameOf, type Scene } from './scene.ts';

/** To whom a server is handing its office; null: it is not. */
export const handoverOf = (server: Server | null): ServerId | null =>
  server?.role === 'leader' ? (server.transfer?.target ?? null) : null;

export const handoverCause = (scene: Scene, leader: ServerId, target: ServerId): Cause =>
  cause(
    'handsOver',
    { leader: nameOf(scene, leader), server: nameOf(scene, target) },
    lastIn(scene, { kind: 'transfer', server: leader }),
  );
