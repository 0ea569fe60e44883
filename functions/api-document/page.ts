type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content: Record<string, { schema: unknown }> }>;
};

/** A page on which a person can read an OpenAPI document of ours: plain HTML, no script. */
export function apiPage(document: Record<string, unknown>): string {
  const paths = document.paths as Record<string, Record<string, Operation>>;
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const contents = entries.map(
    ({ path, method, operation }) =>
      `<li><a href="#${operation.operationId}"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></a> ${escapeHtml(operation.summary)}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kaifong API</title>
<style>
  :root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
  article { border-top: 1px solid #8886; padding-block: 1rem; }
  pre { overflow: auto; padding: 0.75rem; background: #8881; border-radius: 0.5rem; font-size: 0.85rem; max-height: 24rem; }
  code { overflow-wrap: anywhere; }
  dt { font-weight: 600; margin-top: 0.5rem; }
  dd { margin: 0; white-space: pre-line; }
</style>
<main>
<h1>Kaifong API</h1>
<p>The same as <a href="openapi.json">openapi.json</a> (OpenAPI 3.1), to read.</p>
<nav aria-label="Operations"><ul>
${contents.join('\n')}
</ul></nav>
${entries.map(articleOf).join('\n')}
</main>
</html>
`;
}

function articleOf({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const parameterRows = parameters.map(
    ({ name, in: place, required }) => `${name} (${place}${required ? ', required' : ''})`,
  );
  return `<article id="${operationId}">
<h2>${escapeHtml(summary)}</h2>
<p><code>${method.toUpperCase()} ${escapeHtml(path)}</code> · <code>${operationId}</code></p>
<p>${escapeHtml(description)}</p>
${parameterRows.length > 0 ? `<p>${escapeHtml(parameterRows.join(', '))}</p>` : ''}
${requestBody ? `<h3>Body</h3>${schemaOf(requestBody.content)}` : ''}
<h3>Answers</h3>
<dl>${Object.entries(responses)
    .map(
      ([status, { description: text, content }]) =>
        `<dt>${status}</dt><dd>${escapeHtml(text)}${status < '300' ? schemaOf(content) : ''}</dd>`,
    )
    .join('')}</dl>
</article>`;
}

function schemaOf(content: Record<string, { schema: unknown }>): string {
  return `<pre tabindex="0">${escapeHtml(JSON.stringify(Object.values(content)[0]?.schema, null, 2))}</pre>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
