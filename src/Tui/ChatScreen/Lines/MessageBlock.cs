namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>Entries that are laid out together: mostly one; of people who come and go all in a row.</summary>
/// <param name="First">Its first entry's index.</param>
/// <param name="Last">Its last entry's index.</param>
/// <param name="Rows">Dividers above it first.</param>
/// <param name="Head">How many rows are dividers.</param>
public sealed record MessageBlock(int First, int Last, IReadOnlyList<MessageRow> Rows, int Head);
