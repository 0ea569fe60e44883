import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stage, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Kaifong } from '../kaifong.ts';
import type { StageSettings } from '../stages.ts';
import { placeholderAssets } from './placeholder-assets.ts';

export type Resource = { Type: string; Properties?: Record<string, unknown> };
export type Template = {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
};

/** The templates of a stage by the name of their stack, such as `care`. */
export type Templates = Record<string, Template>;

/**
 * Synthesises one stage as `cdk synth` does, rule checks included, but without what the build makes. Throws where a check
 * finds something that nobody acknowledged. `addTo` may put more into the stage
 * first, which `checks: false` lets pass.
 */
export function templatesOf(
  settings: StageSettings,
  addTo?: (stage: Stage) => void,
  { checks } = { checks: true },
): Templates {
  const outdir = mkdtempSync(join(tmpdir(), 'kaifong-templates-'));
  const app = new App({ outdir, context: { ...cdkContext(), 'aws:cdk:bundling-stacks': [] } });
  if (checks) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stage = new Kaifong(app, settings, placeholderAssets);
  addTo?.(stage);
  const assembly = app.synth().getNestedAssembly(`assembly-${settings.name}`);
  const templates = Object.fromEntries(
    assembly.stacks.map((stack) => [stack.stackName.split('-').at(-1), stack.template as Template]),
  );
  rmSync(outdir, { recursive: true });
  return templates;
}

/** The resources of one type in all templates, each with its stack and its id there. */
export function resourcesOf(templates: Templates, type: string) {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ stack, id, properties: resource.Properties ?? {} })),
  );
}

function cdkContext(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')).context;
}
