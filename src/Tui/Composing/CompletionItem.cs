namespace ChatRoom.Tui.Composing;

/// <summary>One thing that a word could become.</summary>
/// <param name="Insert">What is put in its place, with the blank or the colon behind it.</param>
/// <param name="Help">What it is, in a few words; empty where it speaks for itself.</param>
public sealed record CompletionItem(string Insert, string Label, string Help = "");
