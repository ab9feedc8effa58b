//! Pages as Arabic portals build them, and what is read of them.

use super::read;
use crate::article::{Block, BlockKind, Format, Reason, Source};

const PORTAL: &str = r#"<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>عودة القطار الجبلي بعد ستين عاما | صوت الجبل</title>
<meta property="og:title" content="عودة القطار الجبلي بعد ستين عاما">
<meta property="og:site_name" content="صوت الجبل">
<meta property="article:tag" content="قطارات"><meta property="article:tag" content="لبنان">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
 {"@type":"NewsArticle","headline":"عودة القطار الجبلي بعد ستين عاما","datePublished":"2024-05-02T08:00:00+03:00",
  "author":{"@type":"Person","name":"سليم الحاج"},"articleSection":"مجتمع"}]}</script>
<style>p{color:red}</style></head><body>
<nav class="main-menu"><ul><li><a href="/">الرئيسية</a><li><a href="/p">سياسة</a><li><a href="/s">رياضة</a></ul></nav>
<div class="wrapper"><article>
<h1>عودة القطار الجبلي بعد ستين عاما</h1>
<div class="share-tools"><a href="https://fb">فيسبوك</a><a href="https://x">تويتر</a></div>
<figure><img src="a.jpg"><figcaption>القطار في محطة عاليه (أرشيف البلدية)</figcaption></figure>
<div class="article-body">
<p>صفر القطار الجبلي من جديد صباح الخميس، حين غادرت أول قاطرة محطة عاليه وعلى متنها مئة راكب بعد توقف دام ستين عاما.</p>
<p>وقال مدير المحطة سليم الحاج إن &laquo;السكة لم تنس الطريق&raquo;، موضحا أن أعمال الترميم كلفت أربعة ملايين دولار وامتدت ثلاث سنوات.</p>
<p><strong>اقرأ أيضا: <a href="/1">طريق الحرير القديم يعود إلى الخريطة</a></strong></p>
<h2>ست محطات ومقهى</h2>
<p>ويتوقف القطار في ست محطات، في إحداها مقهى صغير، وتستغرق الرحلة ساعة ونصف الساعة ذهابا<br>ويعمل أيام السبت والأحد فقط، على أن يزاد عدد الرحلات في الصيف.</p>
</div>
<div class="related-posts"><h3>مواضيع ذات صلة</h3><ul><li><a href="/2">موسم الكرز يبدأ في الجبل</a></li></ul></div>
<section id="comments"><h3>التعليقات</h3><p>أخيرا خبر جميل، شكرا لكل من عمل على هذا المشروع الكبير طوال هذه السنوات.</p></section>
</article></div><footer>جميع الحقوق محفوظة</footer><script>document.write("<p>لا</p>")</script></body></html>"#;

#[test]
fn the_text_is_the_article_between_what_else_the_page_shows() {
    let page = read(
        "<title>خبر | موقع</title><nav>الرئيسية</nav><article><h1>خبر</h1><p>وصل الوفد إلى بكين أمس في زيارة تستمر يومين.</p></article>",
    );
    assert_eq!(
        page.text,
        "خبر | موقع\nالرئيسية\nخبر\nوصل الوفد إلى بكين أمس في زيارة تستمر يومين.\n"
    );
}

#[test]
fn an_arabic_portal() {
    let source = Source::new(PORTAL.to_string(), Format::Html);
    let article = source.segment(&|_| false);
    let shown: Vec<String> = article
        .blocks
        .iter()
        .map(|b| {
            format!(
                "{} {}",
                b.kind.name(),
                b.span.of(&source.text).chars().take(24).collect::<String>()
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "furniture الرئيسية",
            "furniture سياسة",
            "furniture رياضة",
            "furniture فيسبوكتويتر",
            "furniture القطار في محطة عاليه (أر",
            "title عودة القطار الجبلي بعد س",
            "body صفر القطار الجبلي من جدي",
            "body وقال مدير المحطة سليم ال",
            "furniture اقرأ أيضا: طريق الحرير ا",
            "heading ست محطات ومقهى",
            "body ويتوقف القطار في ست محطا",
            "body ويعمل أيام السبت والأحد ",
            "furniture مواضيع ذات صلة",
            "furniture موسم الكرز يبدأ في الجبل",
            "furniture التعليقات",
            "furniture أخيرا خبر جميل، شكرا لكل",
            "furniture جميع الحقوق محفوظة",
        ]
    );
    let around = |block: &&Block| block.reason == Reason::PagePart;
    assert_eq!(article.blocks.iter().filter(around).count(), 10);
    let story = &article.stories[0];
    assert_eq!(story.published.as_deref(), Some("2024-05-02"));
    assert_eq!(story.author.as_deref(), Some("سليم الحاج"));
    assert_eq!(story.source.as_deref(), Some("صوت الجبل"));
    assert_eq!(story.section.as_deref(), Some("مجتمع"));
    assert_eq!(story.tags, ["قطارات", "لبنان"]);
    assert!(source.text.contains("«السكة لم تنس الطريق»"));
}

#[test]
fn a_page_without_any_markup_for_articles() {
    let html = "<table><tr><td><a href=/>الرئيسية</a><td><font>افتتاح سوق السمك في صور<br><br>\
        افتتح صيادو صور سوقهم الجديد، صباح الأحد، بعد عام من العمل على المبنى القديم قرب الميناء.<br><br>\
        ويضم السوق أربعين متجرا ومخزنا مبردا يتسع لخمسة أطنان من السمك، على ما أوضح أصحاب المشروع.</font></table>";
    let source = Source::new(html.to_string(), Format::Html);
    let bodies = source
        .segment(&|_| false)
        .blocks
        .iter()
        .filter(|b| b.kind == BlockKind::Body)
        .count();
    assert_eq!(bodies, 2, "{}", source.text);
}

#[test]
fn a_page_larger_than_its_article_is_shown_in_part() {
    let story = "<article><p>افتتح صيادو صور سوقهم الجديد، صباح الأحد، بعد عام من العمل على المبنى القديم قرب الميناء.</article>";
    let links: String = (0..5_000)
        .map(|n| format!("<li><a href=/{n}>رابط {n}</a>"))
        .collect();
    let page = read(&format!("<ul>{links}</ul>{story}<ul>{links}</ul>"));
    assert!(page.text.len() < 21_000, "{}", page.text.len());
    assert!(
        page.text.contains("رابط 4999\nافتتح صيادو صور"),
        "the nearest links"
    );
    assert!(page.text.trim_end().ends_with("قرب الميناء."), "each line once");
}

#[test]
fn bad_pages_are_read_without_harm() {
    assert_eq!(read("").text, "");
    assert_eq!(read("<").text, "");
    assert_eq!(read("</p></div></html>").text, "");
    let deep = "<div>".repeat(100_000) + "<p>نص طويل بما يكفي ليكون فقرة من فقرات الخبر الذي يقرؤه الناس.";
    assert!(read(&deep).text.contains("نص طويل"));
    let links = "<a href=x>".repeat(100_000);
    assert_eq!(read(&links).text, "");
    let json = format!(
        "<script type=application/ld+json>{}</script><p>ن",
        "[".repeat(100_000)
    );
    assert_eq!(read(&json).text, "ن\n");
}
