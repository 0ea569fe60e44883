import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says of one construct why findings of the rule check, by their exact ids, are right as they are. */
export function acknowledge(scope: IConstruct, reasons: Record<string, string>): void {
  Validations.of(scope).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}
