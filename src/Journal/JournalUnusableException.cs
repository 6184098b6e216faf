namespace ChatRoom.Journal;

/// <summary>The journal's database can't be used as it is; the message says why and what to do.</summary>
public sealed class JournalUnusableException(string message, Exception? inner = null) : Exception(message, inner);
