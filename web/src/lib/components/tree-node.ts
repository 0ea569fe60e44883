/** A place of a tree to choose from, with those below it. */
export type TreeNode = Readonly<{ value: string; label: string; hint?: string; children?: readonly TreeNode[] }>;

/** Whether a place or anything below it is the one. */
export function holds(node: TreeNode, value: string): boolean {
  return node.value === value || (node.children?.some((child) => holds(child, value)) ?? false);
}
