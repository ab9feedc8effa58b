import type { Route } from './route.js';
import type { Session } from './session.js';

/** One of the page's screens. It is made once for a language and told whenever the address or the report changes. */
export interface View {
  element: HTMLElement;
  /** For the window's title. */
  title(): string;
  show(route: Route): void;
}

export type ViewMaker = (session: Session) => View;
