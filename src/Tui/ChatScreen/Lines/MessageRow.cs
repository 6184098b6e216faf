namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>One row of the messages.</summary>
/// <param name="Number">The entry that a click on the row means; null for a divider.</param>
public sealed record MessageRow(IReadOnlyList<Piece> Pieces, long? Number);
