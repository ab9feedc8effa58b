//! What sort of file a document came from.

/// The formats that are read.
///
/// ```
/// use warraq::article::Format;
/// assert_eq!(Format::of("خبر.md", ""), Format::Markdown);
/// assert_eq!(Format::Markdown.name(), "markdown");
/// ```
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
    /// A web page saved with all that belongs to it in one file (RFC 2557).
    Mhtml,
    /// A Word document (ECMA-376).
    Docx,
    /// An OpenDocument text (ISO/IEC 26300).
    Odt,
    /// A chapter of an e-book.
    Epub,
    /// A row of a table whose cells are parted by commas, semicolons or bars (RFC 4180).
    Csv,
    /// A row of a table whose cells are parted by tabs.
    Tsv,
    /// A row of a spreadsheet (ECMA-376).
    Xlsx,
    /// An object of a JSON file (RFC 8259).
    Json,
    /// A line of a file of JSON lines.
    Jsonl,
}

impl Format {
    /// The format's name in the analysis JSON: `"text"`, `"markdown"`, `"html"` …
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Mhtml => "mhtml",
            Format::Docx => "docx",
            Format::Odt => "odt",
            Format::Epub => "epub",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
        }
    }

    /// The format of a file that is text throughout, by its name's ending, and where that says nothing by how its text begins.
    ///
    /// ```
    /// use warraq::article::Format;
    /// assert_eq!(Format::of("خبر.txt", ""), Format::Text);
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
