/** The words of the page for developers, which the reader of articles does not load. */

/** @satisfies {Record<'ar' | 'en', Record<string, string>>} */
export const words = {
  ar: {
    lang: 'ar',
    dir: 'rtl',
    name: 'ورّاق',
    'other.lang': 'en',
    'other.name': 'English',
    'other.page': 'embed.en.html',
    title: 'ورّاق في موقعك',
    description:
      'عنصران لصفحاتك ومكتبة لشفرتك: تُقرأ المقالات العربية في متصفح زائرك، ولا يُرسل منها شيء إلى أي مكان. كل مثال هنا يعمل، وشفرته بجانبه.',
    install:
      'ثبّت الحزمة بالأمر npm install warraq. لا تعتمد على أي حزمة أخرى، وتعمل مع أدوات البناء وبدونها.',
    live: 'المثال',
    code: 'شفرته',
    'example.text': 'تظليل الأسماء في نص عندك',
    'example.text.about':
      'يضع <warraq-text> علامة على كل شخص ومكان ومؤسسة في نص موجود في صفحتك، ولا يغيّر عناصرها. اضغط اسمًا لتعرف كم مرة ذُكر.',
    'example.analyzer': 'محلّل كامل',
    'example.analyzer.about':
      'يقرأ <warraq-analyzer> ما يُعطى من نص وما يُفلت عليه من ملفات، ويعرض المقال نظيفًا وأسماءه وأقواله وكلماته. أفلت عليه ملفًا من عندك.',
    'example.package': 'المكتبة وحدها',
    'example.package.about':
      'تعطيك createAnalyzer النتائج بيانات تعرضها كما تشاء. التحليل في عامل خلفي (worker)، فلا تتوقف الصفحة.',
    'example.package.article': 'نص المقال',
    'example.package.read': 'اقرأ الأسماء',
    policy: 'تحت أشد السياسات',
    'policy.text':
      'هذه سياسة هذه الصفحة نفسها (Content-Security-Policy)، ومعها Trusted Types: لا شفرة من نص، ولا طلب إلى موقع آخر. والعناصر لا تحتاج إلى style-src.',
  },
  en: {
    lang: 'en',
    dir: 'ltr',
    name: 'Warraq',
    'other.lang': 'ar',
    'other.name': 'العربية',
    'other.page': 'embed.html',
    title: 'Warraq in your site',
    description:
      'Two elements for your pages and a library for your code: Arabic articles are read in your visitor’s browser, and nothing of them is sent anywhere. Each example here runs, with its code beside it.',
    install:
      'Install the package with npm install warraq. It depends on no other package, and works with bundlers and without.',
    live: 'The example',
    code: 'Its code',
    'example.text': 'Mark the names in a text of yours',
    'example.text.about':
      '<warraq-text> marks every person, place and organisation in text that your page already has, and leaves its nodes as they are. Press a name to see how often it is mentioned.',
    'example.analyzer': 'A whole analyzer',
    'example.analyzer.about':
      '<warraq-analyzer> reads the text that it is given and the files that are dropped on it, and shows the article cleaned, its names, quotes and words. Drop a file of yours on it.',
    'example.package': 'The library alone',
    'example.package.about':
      'createAnalyzer gives you the results as data, to show as you like. The analysis runs in a worker, so the page never stops.',
    'example.package.article': 'The article’s text',
    'example.package.read': 'Read the names',
    policy: 'Under the strictest policy',
    'policy.text':
      'This is the Content-Security-Policy of this very page, Trusted Types included: no code made of text, no request to another site. The elements need no style-src.',
  },
};
