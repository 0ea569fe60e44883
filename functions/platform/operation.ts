import { passkeyDecision } from '@kaifong/shared/identity/passkeys.ts';
import type { Action } from '@kaifong/shared/identity/permissions.ts';
import { mayAttempt, permissions } from '@kaifong/shared/identity/permissions.ts';
import { AppError, type ErrorDefinition, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { faultsOf } from '@kaifong/shared/kernel/field-messages.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Context, Handler, TypedResponse } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import type { JSONValue } from 'hono/utils/types';
import type * as z from 'zod';
import { Actor, nobody } from './actor.ts';
import { readBody } from './body.ts';
import { AlreadyDone } from './commit.ts';
import { digestOf } from './digest.ts';
import type { ApiEnv } from './kit.ts';
import type { Lookup } from './lookup.ts';
import { plainJson } from './plain-json.ts';
import type { CommandKey } from './receipts.ts';
import type { Command, Request } from './request.ts';

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a route declares of itself: its contract, its permission rule and the one service function it calls. */
export type OperationContract = Readonly<{
  /** The operation's name in the API document, unique: `signUpForShift`. */
  id: string;
  /** One sentence for the API document. */
  summary: string;
  permission: Action;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /**
   * What a command always reads by its path alone: it is read in one call with the session, before anything is decided. Only a hint:
   * `input.beside` is `undefined` where it was not read or is not there.
   */
  beside?: (params: never) => Lookup<unknown>;
  /**
   * All that is wrong in a body that its schema refuses. For a form with rules that no schema tells, such as one that
   * depends on the day: a person is to read every fault in one answer. The schema's own faults when not said.
   */
  faultsOfBody?: (body: unknown, now: Instant) => readonly FieldFault[];
  /** The media type of the answer; JSON when not said. */
  media?: string;
  /** The status and the schema of the answer; fields that the schema does not know never leave. */
  answer: readonly [status: 200 | 201 | 202, schema: z.ZodType];
  /** The refusals of its own, besides those of every route. */
  errors?: readonly ErrorDefinition[];
  /** The most bytes that a body may have; 64 KiB when not said. */
  maxBody?: number;
  /** `false` for a command that is idempotent by itself and keeps no receipt (signing in: its answer is a secret). */
  receipt?: false;
}>;

type Input<Contract extends OperationContract> = Readonly<{
  params: Parsed<Contract['params']>;
  query: Parsed<Contract['query']>;
  body: Parsed<Contract['body']>;
  beside: Contract['beside'] extends (params: never) => Lookup<infer Found> ? Found | undefined : undefined;
}>;

/** Path and query parts travel as text. */
type AsText<Values> = { [Name in keyof Values]: string };

/** What the typed client of the site must send. */
type Sent<Contract extends OperationContract> = (Contract['params'] extends z.ZodObject
  ? { param: AsText<z.input<Contract['params']>> }
  : object) &
  (Contract['query'] extends z.ZodObject ? { query: AsText<z.input<Contract['query']>> } : object) &
  (Contract['body'] extends z.ZodType ? SentBody<z.input<Contract['body']>> : object);

/** A body that may be left out is left out. */
type SentBody<Body> = undefined extends Body ? { json?: Exclude<Body, undefined> } : { json: Body };

type OperationHandler<Contract extends OperationContract> = Handler<
  ApiEnv,
  // biome-ignore lint/suspicious/noExplicitAny: the path is the caller's
  any,
  { in: Sent<Contract>; out: Sent<Contract> },
  Promise<TypedResponse<z.output<Contract['answer'][1]>, Contract['answer'][0], 'json'>>
>;

type FileHandler<Contract extends OperationContract> = Handler<
  ApiEnv,
  // biome-ignore lint/suspicious/noExplicitAny: the path is the caller's
  any,
  { in: Sent<Contract>; out: Sent<Contract> },
  Promise<TypedResponse<string, 200, 'text'>>
>;

const contracts = new WeakMap<object, OperationContract>();

/** The contract that a registered handler was declared with. */
export function contractOf(handler: object): OperationContract | undefined {
  return contracts.get(handler);
}

/** Declares a route that reads. */
export function query<const Contract extends OperationContract>(
  contract: Contract,
  run: (request: Request, input: Input<Contract>, context: Context<ApiEnv>) => Promise<z.input<Contract['answer'][1]>>,
): OperationHandler<Contract> {
  return declare(contract, async (context) => {
    const actor = await actorOf(context, contract);
    mustProve(actor, contract);
    const input = { params: parseParams(context, contract), query: parseQuery(context, contract), body: undefined };
    const request = { actor, now: context.var.kit.now(), operation: contract.id };
    return run(request, input as Input<Contract>, context);
  });
}

/** Declares a route that answers with a page of HTML instead of JSON. */
export function page<const Contract extends OperationContract>(
  contract: Contract,
  run: (request: Request) => Promise<string>,
) {
  const handler = async (context: Context<ApiEnv>) => {
    context.set('operation', contract.id);
    const actor = await actorOf(context, contract);
    mustProve(actor, contract);
    return context.html(await run({ actor, now: context.var.kit.now() }));
  };
  contracts.set(handler, contract);
  return handler;
}

/** A file of text. Whoever has it already, by its `etag`, is told so and nothing more. */
export type TextFile = Readonly<{ type: string; text: string; etag: string; name: string }>;

/** Declares a route that answers with a file of text instead of JSON. What it may reach, its service must ask. */
export function file<const Contract extends OperationContract>(
  contract: Contract,
  run: (request: Request, input: Input<Contract>, context: Context<ApiEnv>) => Promise<TextFile>,
): FileHandler<Contract> {
  const handler = async (context: Context<ApiEnv>) => {
    context.set('operation', contract.id);
    const actor = await actorOf(context, contract);
    const input = { params: parseParams(context, contract), query: parseQuery(context, contract), body: undefined };
    const request = { actor, now: context.var.kit.now(), operation: contract.id };
    const { type, text, etag, name } = await run(request, input as Input<Contract>, context);
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
    return context.body(text, 200, {
      ...headers,
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
    });
  };
  contracts.set(handler, contract);
  return handler as unknown as FileHandler<Contract>;
}

/** Declares a route that writes: it runs once per idempotency key, and a repeat gets the first answer again. */
export function command<const Contract extends OperationContract>(
  contract: Contract,
  run: (command: Command, input: Input<Contract>, context: Context<ApiEnv>) => Promise<z.input<Contract['answer'][1]>>,
): OperationHandler<Contract> {
  return declare(contract, async (context) => {
    const beside = noted(besideIn(context, contract));
    const actor = await actorOf(context, contract, beside?.lookup);
    const text = await readBody(context.req.raw, contract.maxBody ?? 64 * 1024);
    const { receipts, now } = context.var.kit;
    const at = now();
    const input = {
      params: parseParams(context, contract),
      query: parseQuery(context, contract),
      body: parseBody(text, contract, at),
      beside: beside?.value(),
    };
    const key = commandKey(context, contract, actor, text);
    const request = {
      actor,
      now: at,
      operation: contract.id,
      idempotencyKey: key.key,
      receipt: (answer: unknown) => receipts.keep(key, answer, at),
    };
    try {
      mustProve(actor, contract);
      return await run(request, input as Input<Contract>, context);
    } catch (error) {
      // What stands in the way may be what this very command did before: then it answers as it did then. Asking only now spares the
      // first time, which is nearly every time, a read.
      const earlier = contract.receipt !== false && mayBeRepeat(error) ? await receipts.find(key) : undefined;
      if (!earlier) throw error;
      actor.mayRepeat();
      return earlier.answer;
    }
  });
}

/** What the contract reads beside the session, for a path that its schema knows. */
function besideIn(context: Context<ApiEnv>, { beside, params }: OperationContract): Lookup<unknown> | undefined {
  const path = beside && params?.safeParse(context.req.param());
  return path?.success ? beside?.(path.data as never) : undefined;
}

/** A look-up that remembers what it read. */
function noted(lookup: Lookup<unknown> | undefined) {
  if (!lookup) return undefined;
  let value: unknown;
  const read = async (...rows: Parameters<typeof lookup.read>) => {
    value = await lookup.read(...rows);
    return value;
  };
  return { lookup: { ...lookup, read }, value: () => value };
}

function mayBeRepeat(error: unknown): boolean {
  return error instanceof AlreadyDone || error instanceof AppError;
}

function declare<Contract extends OperationContract>(
  contract: Contract,
  answer: (context: Context<ApiEnv>) => Promise<unknown>,
): OperationHandler<Contract> {
  const handler = async (context: Context<ApiEnv>) => {
    context.set('operation', contract.id);
    const value = contract.answer[1].parse(await answer(context)) as JSONValue;
    if (context.var.actor?.forgot(contract.permission)) {
      throw new Error(`${contract.id} answered without asking what it may reach`);
    }
    return context.json(value, contract.answer[0] satisfies StatusCode);
  };
  contracts.set(handler, contract);
  return handler as unknown as OperationHandler<Contract>;
}

const stranger = new Actor({ accountId: nobody, grants: [] });

async function actorOf(
  context: Context<ApiEnv>,
  contract: OperationContract,
  beside?: Lookup<unknown>,
): Promise<Actor> {
  const identity = await context.var.kit.authenticate(context, beside);
  if (!identity) {
    if (permissions[contract.permission] === 'anyone') return stranger;
    throw new AppError(platformErrors.signInNeeded);
  }
  if (!mayAttempt(identity.grants, contract.permission)) throw new AppError(platformErrors.notAllowed);
  const actor = new Actor(identity);
  context.set('actor', actor);
  return actor;
}

/** @throws AppError platform.passkeyNeeded, platform.passkeyMissing */
function mustProve(actor: Actor, { permission }: OperationContract): void {
  const decision = passkeyDecision(permission, actor.passkey);
  if (decision === 'useIt') throw new AppError(platformErrors.passkeyNeeded);
  if (decision === 'addOne') throw new AppError(platformErrors.passkeyMissing);
}

function commandKey(context: Context<ApiEnv>, contract: OperationContract, actor: Actor, body: string): CommandKey {
  const key = context.req.header('idempotency-key') ?? '';
  if (!/^[\w-]{16,64}$/.test(key)) throw new AppError(platformErrors.idempotencyKeyMissing);
  return { owner: actor.accountId, key, digest: digestOf(contract.id, context.req.path, body) };
}

const parseParams = (context: Context<ApiEnv>, { params }: OperationContract) =>
  params && parseWith(params, context.req.param(), platformErrors.notFound);

const parseQuery = (context: Context<ApiEnv>, contract: OperationContract) =>
  contract.query && parseWith(contract.query, context.req.query());

function parseBody(text: string, { body, faultsOfBody }: OperationContract, now: Instant) {
  if (!body) return undefined;
  if (text === '' && body.safeParse(undefined).success) return undefined;
  const sent = plainJson(text);
  return parseWith(body, sent, platformErrors.invalidInput, faultsOfBody && (() => faultsOfBody(sent, now)));
}

function parseWith(
  schema: z.ZodType,
  value: unknown,
  refusal = platformErrors.invalidInput as ErrorDefinition,
  faults = (error: z.ZodError): readonly FieldFault[] => faultsOf(error),
): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AppError(refusal, {}, refusal === platformErrors.notFound ? [] : faults(parsed.error));
}
