/** The way back along an arc is looked at only once something has flowed through it: most never carry anything. */
const unlinked = -2;

/**
 * A network through which units are sent one by one, each along the path that costs least by then, sending earlier ones
 * along other paths where that is cheaper (successive shortest paths with potentials, Edmonds and Karp 1972). After each
 * unit the flow is one of least cost among all that serve the same senders. Costs are whole numbers and not negative.
 */
export class MinCostFlow {
  readonly #firstArc: Int32Array;
  readonly #nextArc: number[] = [];
  readonly #to: number[] = [];
  readonly #room: number[] = [];
  readonly #cost: number[] = [];
  readonly #potential: Float64Array;
  readonly #distance: Float64Array;
  readonly #arcInto: Int32Array;
  readonly #queue = new ByDistance();

  constructor(nodes: number) {
    this.#firstArc = new Int32Array(nodes).fill(-1);
    this.#potential = new Float64Array(nodes);
    this.#distance = new Float64Array(nodes);
    this.#arcInto = new Int32Array(nodes);
  }

  /** Answers the number of the arc, for `isUsed`. */
  addArc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#to.length;
    this.#push(to, capacity, cost);
    this.#push(from, 0, -cost);
    this.#link(arc, from);
    return arc;
  }

  /** Whether anything flows through an arc. */
  isUsed(arc: number): boolean {
    return (this.#room[arc ^ 1] as number) > 0;
  }

  /** Sends one unit; answers whether there was a way. No unit may have passed through `from` before. */
  send(from: number, to: number): boolean {
    this.#settleNewcomer(from);
    const length = this.#shortestPath(from, to);
    if (length === Number.POSITIVE_INFINITY) return false;
    for (let node = 0; node < this.#potential.length; node++) {
      const distance = this.#distance[node] as number;
      if (distance < length) this.#potential[node] = (this.#potential[node] as number) + distance - length;
    }
    for (let node = to; node !== from; ) {
      const arc = this.#arcInto[node] as number;
      this.#room[arc] = (this.#room[arc] as number) - 1;
      this.#room[arc ^ 1] = (this.#room[arc ^ 1] as number) + 1;
      if (this.#nextArc[arc ^ 1] === unlinked) this.#link(arc ^ 1, node);
      node = this.#to[arc ^ 1] as number;
    }
    return true;
  }

  #push(to: number, room: number, cost: number): void {
    this.#nextArc.push(unlinked);
    this.#to.push(to);
    this.#room.push(room);
    this.#cost.push(cost);
  }

  #link(arc: number, from: number): void {
    this.#nextArc[arc] = this.#firstArc[from] as number;
    this.#firstArc[from] = arc;
  }

  /** Potentials have moved since: the least that leaves no arc out of the sender with a negative reduced cost. */
  #settleNewcomer(node: number): void {
    let potential = Number.NEGATIVE_INFINITY;
    for (let arc = this.#firstArc[node] as number; arc >= 0; arc = this.#nextArc[arc] as number) {
      if (this.#room[arc] === 0) continue;
      const far = this.#to[arc] as number;
      potential = Math.max(potential, (this.#potential[far] as number) - (this.#cost[arc] as number));
    }
    this.#potential[node] = potential;
  }

  /** Dijkstra over reduced costs, up to the moment when `to` is reached. Distances beyond it stay upper bounds. */
  #shortestPath(from: number, to: number): number {
    this.#distance.fill(Number.POSITIVE_INFINITY);
    this.#distance[from] = 0;
    this.#queue.clear();
    this.#queue.add(from, 0);
    for (let node = this.#queue.take(); node >= 0; node = this.#queue.take()) {
      const distance = this.#distance[node] as number;
      if (this.#queue.taken > distance) continue;
      if (node === to) return distance;
      const reach = distance + (this.#potential[node] as number);
      for (let arc = this.#firstArc[node] as number; arc >= 0; arc = this.#nextArc[arc] as number) {
        if (this.#room[arc] === 0) continue;
        const far = this.#to[arc] as number;
        const through = reach + (this.#cost[arc] as number) - (this.#potential[far] as number);
        if (through >= (this.#distance[far] as number)) continue;
        this.#distance[far] = through;
        this.#arcInto[far] = arc;
        this.#queue.add(far, through);
      }
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** Nodes by distance, a binary heap. A node may be in it more than once; whoever takes it compares with `taken`. */
class ByDistance {
  /** The distance of what was taken last. */
  taken = 0;
  readonly #nodes: number[] = [];
  readonly #distances: number[] = [];

  clear(): void {
    this.#nodes.length = 0;
    this.#distances.length = 0;
  }

  add(node: number, distance: number): void {
    let place = this.#nodes.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.#distances[parent] as number) <= distance) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#nodes[place] = node;
    this.#distances[place] = distance;
  }

  /** The nearest node; -1 when there is none. */
  take(): number {
    const node = this.#nodes[0];
    if (node === undefined) return -1;
    this.taken = this.#distances[0] as number;
    const last = this.#nodes.pop() as number;
    const distance = this.#distances.pop() as number;
    const size = this.#nodes.length;
    if (size === 0) return node;
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && (this.#distances[child + 1] as number) < (this.#distances[child] as number)) child += 1;
      if ((this.#distances[child] as number) >= distance) break;
      this.#move(child, place);
      place = child;
    }
    this.#nodes[place] = last;
    this.#distances[place] = distance;
    return node;
  }

  #move(from: number, to: number): void {
    this.#nodes[to] = this.#nodes[from] as number;
    this.#distances[to] = this.#distances[from] as number;
  }
}
