import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '@kaifong/functions/platform/document-client.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { Role } from '@kaifong/shared/identity/roles.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { kindOf, Scope } from '@kaifong/shared/organisation/scope.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import { createTables } from './create-tables.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { startEngine } from './engine.ts';
import { command } from './run.ts';
import { localPrefix, localSurroundings } from './surroundings.ts';

const appointable = Role.exclude(['volunteer']);
const usage = [
  'Usage: npm run grant -- MOBILE ROLE SCOPE [--name NAME] [--take]',
  `  ROLE: ${appointable.options.join(', ')}`,
  '  SCOPE: 440103 the district, 440103/001 a street, 440103/001/001 a community, 440103/001/001/T0001 a team',
].join('\n');

/**
 * `npm run grant -- 13800138000 coordinator 440103 --name 陈晓明`: gives a role, or takes it away with `--take`, while the server is stopped. It is
 * how the first coordinator of a new installation comes in. Written to the audit as done by the operator.
 */
command(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, take: { type: 'boolean', default: false } },
  });
  const [mobileText = '', roleText, scopeText] = positionals;
  const mobile = parseMobile(mobileText);
  const role = appointable.safeParse(roleText);
  const scope = Scope.safeParse(scopeText);
  if (!mobile.ok || !role.success || !scope.success) throw new Error(usage);

  const folder = await openDataFolder(dataFolderPath());
  const engine = await startEngine({ dataFolder: folder.path });
  const client = new DynamoDBClient(engine.clientConfig);
  try {
    await createTables(client, localPrefix);
    const { identity, organisation } = contextsIn(
      localSurroundings(folder, documentClient(client, engine.wire), { demo: false }).main,
    );
    if (kindOf(scope.data) === 'team') await organisation.mustFindTeam(scope.data);
    else await organisation.mustFindPlace(scope.data);
    const deed = {
      actor: { accountId: 'operator' },
      now: toInstant(Date.now()),
      idempotencyKey: randomUUID(),
    };
    const grant = { role: role.data, scope: scope.data };
    const outcome = await identity.accounts.appoint(deed, {
      mobile: mobile.e164,
      grant,
      held: !values.take,
      name: values.name,
    });
    if (outcome === 'nameless') throw new Error('This number is new here: say whose it is with --name.');
    const said = values.take ? 'has no longer' : 'has';
    console.error(
      `${mobile.e164} ${said} ${grant.role} on ${grant.scope}${outcome === 'asItWas' ? ', as before' : ''}.`,
    );
  } finally {
    client.destroy();
    await engine.stop();
    folder.release();
  }
});
