import * as fc from "fast-check";
import { escapeHtml, html, jsonInHtml } from "../../infra/document/html";

test("values are escaped, HTML is not, and nothing is nothing", () => {
  const inner = html`<b>${"<&>\"'"}</b>`;
  expect(html`<p title="${'"x'}">${inner}${[inner]}${undefined}${false}${0}</p>`.text).toBe(
    '<p title="&quot;x"><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>0</p>',
  );
});

test("no text can leave its place", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      expect(JSON.parse(jsonInHtml(text).text)).toBe(text);
      expect(jsonInHtml(text).text).not.toContain("<");
    }),
  );
});
