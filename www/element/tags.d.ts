import type { WarraqAnalyzer, WarraqText } from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'warraq-analyzer': WarraqAnalyzer;
    'warraq-text': WarraqText;
  }
}
