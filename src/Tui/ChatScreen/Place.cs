namespace ChatRoom.Tui.ChatScreen;

/// <summary>
/// Where a person reads: the entry at the top of the messages, and not a number of rows, so that nothing which comes or goes elsewhere
/// shifts what they read, nor another width.
/// </summary>
/// <param name="Number">The entry's.</param>
/// <param name="Row">Its row at the top, counted from the first of its own; negative for the dividers above it.</param>
public readonly record struct Place(long Number, int Row);
