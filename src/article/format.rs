//! What sort of file a document came from.

/// The formats that are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: every line for itself.
    #[default]
    Text,
    /// Markdown: `#` headings, `-` lists, `![…](…)` pictures.
    Markdown,
    /// A web page.
    Html,
    /// A PDF, as the layout of its pages.
    Pdf,
}

impl Format {
    /// The format's name in the analysis JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Pdf => "pdf",
        }
    }

    /// The format of a file by its name's ending, and where that says nothing by how its text begins.
    ///
    /// ```
    /// use warraq::article::Format;
    /// assert_eq!(Format::of("خبر.md", ""), Format::Markdown);
    /// assert_eq!(Format::of("page", "<!DOCTYPE html><html>"), Format::Html);
    /// ```
    #[must_use]
    pub fn of(name: &str, text: &str) -> Format {
        let ending = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown") => Format::Markdown,
            Some("html" | "htm" | "xhtml") => Format::Html,
            _ if text.starts_with("{\"warraq-pdf\":") => Format::Pdf,
            Some("txt" | "text") => Format::Text,
            _ if looks_like_html(text) => Format::Html,
            _ => Format::Text,
        }
    }
}

fn looks_like_html(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| {
        start
            .get(..tag.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
    })
}
