/**
 * `<warraq-analyzer>` and `<warraq-text>`. Importing this defines them; on a server, where there are no elements, it does nothing.
 *
 *     <script type="module" src="warraq/element.js"></script>
 *     <warraq-analyzer lang="ar" views="text names quotes"></warraq-analyzer>
 *     <warraq-text kinds="PER ORG"><p>وصل الوفد إلى بكين أمس.</p></warraq-text>
 *
 * @module
 */
import { WarraqAnalyzer } from './analyzer.js';
import { WarraqText } from './text.js';

export { AnalyzerError } from '../analyzer/client.js';
export { configure } from './configure.js';
export { WarraqAnalyzer, WarraqText };

if ('customElements' in globalThis) {
  if (!customElements.get('warraq-analyzer')) customElements.define('warraq-analyzer', WarraqAnalyzer);
  if (!customElements.get('warraq-text')) customElements.define('warraq-text', WarraqText);
}
