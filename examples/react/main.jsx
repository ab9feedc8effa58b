import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'warraq/element';

const ARTICLE = `وفد صناعي في بكين
وصل وفد من غرفة تجارة عمّان إلى بكين أمس، ويلتقي اليوم مسؤولين من منظمة التجارة العالمية.`;

function App() {
  const [text, setText] = useState(ARTICLE);
  const [names, setNames] = useState([]);
  // React 19 sets `text` as a property, since the element has it, and listens to events by their names.
  return (
    <main>
      <textarea aria-label="المقال" value={text} onChange={({ target }) => setText(target.value)} />
      <p>
        الأسماء: <output>{names.join('، ')}</output>
      </p>
      <warraq-analyzer
        views="names quotes"
        text={text}
        onwarraq-report={({ detail }) => setNames(detail.entities.map(({ name }) => name))}
      />
    </main>
  );
}

const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(<App />);
