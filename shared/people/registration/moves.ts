import { type VolunteerState, waitingStates } from '../volunteer-state.ts';

/** Who makes a move: the person herself, or a coordinator of the branch that she belongs to. */
export type Mover = 'volunteer' | 'coordinator';

/** One way from a state to another. A `reason` is read by the volunteer; who may move without one gives none. */
export type MoveRule = Readonly<{
  from: readonly VolunteerState[];
  to: VolunteerState;
  by: Mover;
  reason: boolean;
}>;

/**
 * All that can happen to a registration. The service moves by this table, the pages offer what it allows, and a test walks
 * it from every state. Nobody but an active volunteer signs up for shifts.
 */
export const moves = {
  confirm: { from: ['unconfirmed'], to: 'applied', by: 'volunteer', reason: false },
  takeUp: { from: ['applied'], to: 'inReview', by: 'coordinator', reason: false },
  approve: { from: waitingStates, to: 'active', by: 'coordinator', reason: false },
  decline: { from: ['unconfirmed', ...waitingStates], to: 'declined', by: 'coordinator', reason: true },
  suspend: { from: ['active', 'paused'], to: 'suspended', by: 'coordinator', reason: true },
  lift: { from: ['suspended'], to: 'active', by: 'coordinator', reason: true },
  pause: { from: ['active'], to: 'paused', by: 'volunteer', reason: false },
  resume: { from: ['paused'], to: 'active', by: 'volunteer', reason: false },
  withdraw: {
    from: ['unconfirmed', 'applied', 'inReview', 'active', 'paused', 'suspended'],
    to: 'withdrawn',
    by: 'volunteer',
    reason: false,
  },
  applyAgain: { from: ['declined', 'withdrawn'], to: 'applied', by: 'volunteer', reason: false },
} as const satisfies Record<string, MoveRule>;

export type Move = keyof typeof moves;

export const moveNames = Object.keys(moves) as [Move, ...Move[]];

/** The moves of one kind of mover. */
export type MoveBy<Who extends Mover> = { [Name in Move]: (typeof moves)[Name]['by'] extends Who ? Name : never }[Move];

export function moveNamesOf<Who extends Mover>(who: Who): [MoveBy<Who>, ...MoveBy<Who>[]] {
  return moveNames.filter((name) => moves[name].by === who) as [MoveBy<Who>, ...MoveBy<Who>[]];
}

export function mayMove(state: VolunteerState, move: Move): boolean {
  const rule: MoveRule = moves[move];
  return rule.from.includes(state);
}

/** The moves that somebody may make from a state, in the order of the table. */
export function movesFrom<Who extends Mover>(state: VolunteerState, who: Who): MoveBy<Who>[] {
  return moveNamesOf(who).filter((move) => mayMove(state, move));
}

export type OwnMoveName = Exclude<MoveBy<'volunteer'>, 'confirm'>;

/** The moves that a person makes by merely wishing to; confirming is not among them, since it takes her consents too. */
export const ownMoves = moveNamesOf('volunteer').filter((move) => move !== 'confirm') as [
  OwnMoveName,
  ...OwnMoveName[],
];

export function ownMovesFrom(state: VolunteerState): OwnMoveName[] {
  return ownMoves.filter((move) => mayMove(state, move));
}
