//! Why a block is what it is: what the page says in words, and programs read as a stable code.

/// Declares the reasons, each once with its code.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $code:literal,)*) => {
        /// Why a block is what it is.
        ///
        /// ```
        /// use warraq::article::{Format, Reason, segment};
        /// let text = "عودة القطار\nعاد القطار إلى محطة عاليه صباح الخميس بعد توقف طويل.\nشارك";
        /// let article = segment(text, Format::Text);
        /// let block = &article.blocks[2];
        /// assert_eq!(block.reason.code(), "share-widget");
        /// assert!(Reason::ALL.contains(&block.reason));
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Reason {
            $($(#[$doc])* $reason,)*
        }

        impl Reason {
            /// All there are.
            pub const ALL: &[Reason] = &[$(Reason::$reason,)*];

            /// The reason's code in the analysis JSON.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Reason::$reason => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// Body needs none.
    #[default]
    None = "",
    /// Below the end of a story.
    AfterEnd = "after-end",
    /// Names an agency.
    Agency = "agency",
    /// The way to the page through the site: «الرئيسية / سياسة».
    Breadcrumb = "breadcrumb",
    /// Names who wrote it.
    Byline = "byline",
    /// Calls on readers to follow, subscribe or download.
    CallToAction = "call-to-action",
    /// Among readers' comments.
    Comments = "comments",
    /// Says who owns the rights.
    Copyright = "copyright",
    /// Says when it was published.
    DateLine = "date-line",
    /// Says where it was written: «القاهرة - ».
    Dateline = "dateline",
    /// What the file says of itself, in lines before its text.
    FrontMatter = "front-matter",
    /// The headline of its story.
    Headline = "headline",
    /// In a list of other headlines.
    Headlines = "headlines",
    /// Stands in many of the person's files.
    InManyFiles = "in-many-files",
    /// The publisher's key words.
    KeyWords = "key-words",
    /// In a menu.
    Menu = "menu",
    /// Has no words.
    NoWords = "no-words",
    /// Stands over the headline and belongs to it.
    Overline = "overline",
    /// In a part of the page that does not hold the article, by its markup.
    PagePart = "page-part",
    /// Belongs to the page's tools: «طباعة».
    PageWidget = "page-widget",
    /// The person decided so.
    Person = "person",
    /// Says whose a picture is.
    PictureCredit = "picture-credit",
    /// Leads to another story.
    Related = "related",
    /// An earlier line says it.
    SaidBefore = "said-before",
    /// A later line begins with it.
    SaidLater = "said-later",
    /// Stands twice, as captions do.
    SaidTwice = "said-twice",
    /// Names the site's section.
    Section = "section",
    /// Belongs to the buttons for sharing.
    ShareWidget = "share-widget",
    /// Names the publisher.
    SourceLine = "source-line",
    /// A word or two under the headline.
    Stray = "stray",
    /// Parts the text.
    Subheading = "subheading",
    /// The hour of publication.
    TimeStamp = "time-stamp",
    /// Stands where captions stand.
    UnderPicture = "under-picture",
}
