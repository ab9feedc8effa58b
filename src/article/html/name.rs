//! Names: what an element's tag, class, id and role say of its part in the page.

use super::tree::Node;

/// Words in an element's class, id or role that say it is not the article.
#[rustfmt::skip]
const MACHINERY: &[&str] = &[
    "ad", "addthis", "addtoany", "ads", "advert", "advertisement", "advertising", "aside", "authorbio",
    "banner", "bio", "biography", "breadcrumb", "breadcrumbs", "byline", "carousel", "comment", "comments",
    "complementary", "consent", "contentinfo", "cookie", "cookies", "copyright", "disclaimer", "disqus",
    "donate", "donation", "fblike", "feedback", "follow", "footer", "gdpr", "infinite", "jobs", "login",
    "masthead", "menu", "meta", "modal", "mostpopular", "mostread", "nav", "navbar", "navigation",
    "newsletter", "newsletters", "outbrain", "pager", "pagination", "paywall", "piano", "player", "playlist",
    "poll", "popular", "popup", "print", "promo", "promos", "promotion", "rail", "rating", "reactions",
    "read-more", "readmore", "recirc", "recirculation", "recommend", "recommendation", "recommendations",
    "recommended", "register", "related", "relatedposts", "relcontent", "respond", "share", "sharebar",
    "sharedaddy", "sharing", "sidebar", "signup", "skip", "social", "socials", "sponsor", "sponsored",
    "subscribe", "subscription", "syndication", "taboola", "taglist", "tags", "teaser", "teasers",
    "thumbnails", "timestamp", "toc", "toolbar", "tools", "tooltip", "topics", "trending", "upsell", "video",
    "widget",
];
/// Names of the element that holds the article's body.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "articlebody", "articlebodycontent", "articlecontent", "articledetails", "articletext", "bodycopy",
    "bodytext", "contentbody", "entrycontent", "entrytext", "fulltext", "mainarticle", "maincontent",
    "newsbody", "newscontent", "newsdetails", "newstext", "pagecontent", "postbody", "postcontent",
    "postentry", "posttext", "richtext", "storybody", "storycontent", "storytext",
];

/// The words of an element's names: «articleBody entry-content» is article, body, entry, content.
fn words(node: &Node) -> Vec<String> {
    let mut found = Vec::new();
    for value in ["class", "id", "role", "itemprop", "data-testid"].map(|name| node.get(name)) {
        let mut word = String::new();
        let mut lower = false;
        for c in value.chars() {
            if !c.is_alphanumeric() || (c.is_uppercase() && lower) {
                found.push(std::mem::take(&mut word));
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            lower = c.is_lowercase();
        }
        found.push(word);
    }
    found.retain(|word| !word.is_empty());
    found
}

pub fn is_machinery(node: &Node) -> bool {
    let words = words(node);
    // A post of a social network that the article shows is a quotation.
    let embedded = || {
        words
            .iter()
            .any(|word| matches!(word.as_str(), "embed" | "embedded" | "tweet"))
    };
    node.is(&["nav", "aside", "footer", "form", "menu"])
        || (words.iter().any(|word| has(MACHINERY, word)) && !embedded())
}

pub fn is_body(node: &Node) -> bool {
    let words = words(node);
    words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(a, b)| has(BODIES, &format!("{a}{b}")))
        || words.iter().any(|word| has(BODIES, word))
}

pub fn is_caption(node: &Node) -> bool {
    node.is(&["figcaption", "caption"])
        || words(node)
            .iter()
            .any(|word| matches!(word.as_str(), "caption" | "captions" | "credit" | "cutline"))
}

/// Whether a sorted list has a word.
fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(MACHINERY.is_sorted() && BODIES.is_sorted());
    }
}
