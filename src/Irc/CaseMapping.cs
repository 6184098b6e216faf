namespace ChatRoom.Irc;

/// <summary>Which letters of names count as the same (ISUPPORT CASEMAPPING).</summary>
public enum CaseMapping
{
    /// <summary>A to Z only.</summary>
    Ascii,

    /// <summary>Also []\^ as the upper case of {}|~, from the Scandinavian origin of IRC (RFC 1459 section 2.2); the default.</summary>
    Rfc1459,

    /// <summary>The same without ^ and ~, which is what RFC 1459 says to the letter.</summary>
    Rfc1459Strict,
}
