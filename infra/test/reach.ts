import type { Resource, Template, Templates } from './templates.ts';

/** An identity-based statement of a template: whose it is, and which actions on which resources it allows. */
export type Allowance = { stack: string; owner: string; actions: string[]; resources: string[] };

/**
 * Everything that the roles, users, groups and policies of the templates allow, with every reference and import resolved to
 * the name of what it means. What cannot be resolved, or is written by exception, counts as `*`: better once too often.
 */
export function allowancesIn(templates: Templates): Allowance[] {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type.startsWith('AWS::IAM::'))
      .flatMap(([owner, resource]) => [
        ...documentsOf(resource)
          .flatMap((document) => list(document.Statement))
          .filter((statement) => statement.Effect === 'Allow' && !statement.Principal)
          .map((statement) => ({
            stack,
            owner,
            actions: statement.NotAction ? ['*'] : list(statement.Action).map(String),
            resources: statement.NotResource
              ? ['*']
              : list(statement.Resource).map((value) => resolved(value, stack, templates)),
          })),
        // What a policy of AWS's own allows is not in the template.
        ...list(resource.Properties?.ManagedPolicyArns).map(() => ({ stack, owner, actions: ['*'], resources: ['*'] })),
      ]),
  );
}

/** Whether one of the allowances' patterns covers the resource of this name, or anything below it, for that service. */
export function reaches(allowance: Allowance, service: string, name: string): boolean {
  const allowsService = allowance.actions.some((action) => action === '*' || action.startsWith(`${service}:`));
  return allowsService && allowance.resources.some((pattern) => covers(pattern, name));
}

/** The name by which `reaches` knows a resource. Account and region are left out, as if all were one. */
export function nameOf(stack: string, id: string, template: Template): string {
  const resource = template.Resources[id] as Resource;
  const properties = resource.Properties ?? {};
  if (resource.Type === 'AWS::DynamoDB::Table') return `arn:aws:dynamodb:r:a:table/${properties.TableName}`;
  if (resource.Type === 'AWS::Logs::LogGroup') return `arn:aws:logs:r:a:log-group:${properties.LogGroupName}:*`;
  if (resource.Type === 'AWS::KMS::Key') return `arn:aws:kms:r:a:key/${stack}.${id}`;
  return `${stack}.${id}`;
}

/** A pattern may cover the resource itself, or only something in it, such as an index, a stream or a part of a log. */
function covers(pattern: string, name: string): boolean {
  const bare = name.replace(/:\*$/, '');
  if (pattern.startsWith(bare)) return true;
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const inIt = [bare, name, `${bare}/index/any`, `${bare}/stream/any`, `${bare}:log-stream:any`];
  return inIt.some((each) => new RegExp(`^${expression}$`).test(each));
}

function resolved(value: unknown, stack: string, templates: Templates): string {
  const within = (inner: unknown) => resolved(inner, stack, templates);
  if (typeof value === 'string') return canonical(value);
  if (typeof value !== 'object' || value === null) return '*';
  const [[intrinsic, argument] = []] = Object.entries(value as Record<string, unknown>);
  const template = templates[stack] as Template;
  if (intrinsic === 'Ref') {
    if (argument === 'AWS::Region') return 'r';
    if (argument === 'AWS::AccountId') return 'a';
    if (argument === 'AWS::Partition') return 'aws';
    return template.Resources[String(argument)] ? nameOf(stack, String(argument), template) : '*';
  }
  if (intrinsic === 'Fn::GetAtt') {
    const [id, attribute] = argument as [string, string];
    if (!template.Resources[id]) return '*';
    return attribute === 'StreamArn' ? `${nameOf(stack, id, template)}/stream/now` : nameOf(stack, id, template);
  }
  if (intrinsic === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return canonical(parts.map(within).join(separator));
  }
  if (intrinsic === 'Fn::ImportValue') return imported(argument, templates);
  return '*';
}

function imported(exportName: unknown, templates: Templates): string {
  for (const [stack, template] of Object.entries(templates)) {
    for (const output of Object.values(template.Outputs ?? {})) {
      if (output.Export && JSON.stringify(output.Export.Name) === JSON.stringify(exportName)) {
        return resolved(output.Value, stack, templates);
      }
    }
  }
  return '*';
}

/** An ARN in which partition, region and account are those of `nameOf`, wherever it names them or leaves them open. */
function canonical(text: string): string {
  return text.replace(/^arn:[^:]*:(dynamodb|logs|kms):[^:]*:[^:]*:/, 'arn:aws:$1:r:a:');
}

type Statement = Record<'Effect' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Principal', unknown>;

function documentsOf(resource: Resource): { Statement: Statement | Statement[] }[] {
  const { PolicyDocument, Policies } = resource.Properties ?? {};
  const inline = list(Policies).map((policy) => (policy as { PolicyDocument: unknown }).PolicyDocument);
  return [...list(PolicyDocument), ...inline] as { Statement: Statement | Statement[] }[];
}

function list<Value>(value: Value | Value[] | undefined): Value[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
