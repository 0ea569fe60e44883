import type { BoardOption } from '@kaifong/shared/scheduling/board/board.ts';
import { m } from '#paraglide/messages.js';

type Person = Readonly<{ volunteerId: string; name: string; from: string }>;

/** Somebody who is dragged over the board: while she is, each shift shows whether she could go there, and why not. */
export class Dragging {
  person: Person | undefined = $state.raw();
  /** Where she was let go. */
  dropped: (Person & { to: string; role: number | undefined }) | undefined = $state.raw();
  /** What is said to somebody who does not see the board. */
  word = $state('');
  #options: readonly BoardOption[] = $state.raw([]);
  readonly #address: () => string;

  constructor(address: () => string) {
    this.#address = address;
  }

  async begin(person: Person): Promise<void> {
    this.person = person;
    this.#options = [];
    const query = `${this.#address()}&volunteerId=${person.volunteerId}&from=${person.from}`;
    const answer = await fetch(`/leader/board/options?${query}`).catch(() => undefined);
    if (!answer?.ok || this.person !== person) return;
    const { items }: { items: BoardOption[] } = await answer.json();
    this.#options = items;
  }

  /** What is known of a shift, or of a role in it, as the place to go to, while somebody is dragged. */
  optionAt(shiftId: string, role?: number): BoardOption | undefined {
    const isThere = (option: BoardOption) => role === undefined || option.role?.number === role;
    return this.person && this.#options.find((option) => option.shiftId === shiftId && isThere(option));
  }

  mayDrop(shiftId: string, role?: number): boolean {
    const option = this.optionAt(shiftId, role);
    return option !== undefined && option.fits !== 'must';
  }

  drop(to: string, role?: number): void {
    if (this.person && this.mayDrop(to, role)) {
      this.dropped = { ...this.person, to, role };
      this.word = m.board_asking({ name: this.person.name });
    }
    this.end();
  }

  end(): void {
    this.person = undefined;
    this.#options = [];
  }
}
