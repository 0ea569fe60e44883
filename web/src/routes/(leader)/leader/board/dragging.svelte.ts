import type { BoardOption } from '@kaifong/shared/scheduling/board.ts';
import { m } from '#paraglide/messages.js';

type Person = Readonly<{ volunteerId: string; name: string; from: string }>;

/** Somebody who is dragged over the board: while she is, each shift shows whether she could go there, and why not. */
export class Dragging {
  person: Person | undefined = $state();
  /** Where she was let go. */
  dropped: (Person & { to: string }) | undefined = $state.raw();
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

  /** What is known of a shift as the place to go to, while somebody is dragged. */
  optionAt(shiftId: string): BoardOption | undefined {
    return this.person && this.#options.find((option) => option.shiftId === shiftId);
  }

  mayDrop(shiftId: string): boolean {
    const option = this.optionAt(shiftId);
    return option !== undefined && option.fits !== 'must';
  }

  drop(to: string): void {
    if (this.person && this.mayDrop(to)) {
      this.dropped = { ...this.person, to };
      this.word = m.board_asking({ name: this.person.name });
    }
    this.end();
  }

  end(): void {
    this.person = undefined;
    this.#options = [];
  }
}
