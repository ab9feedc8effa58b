import './warraq/element.js';
import { serveFrame } from './warraq/frame.js';

// The pages that may speak to this frame.
serveFrame(document.querySelector('warraq-analyzer'), { origins: ['https://news.example'] });
