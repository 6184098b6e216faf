using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>A box over the chat, which has the keys while it is there.</summary>
public abstract record Overlay
{
    private Overlay()
    {
    }

    /// <param name="From">How far it is scrolled.</param>
    public sealed record Help(int From) : Overlay;

    /// <summary>Rooms and people, filtered while one types.</summary>
    public sealed record Switcher(string Filter, int Chosen, ValueList<SwitcherChoice> Choices) : Overlay;

    /// <summary>Words that are looked for, and the messages that have them, from newer to older.</summary>
    public sealed record Search(string Words, int Chosen, ValueList<Hit> Found) : Overlay
    {
        /// <summary>The server looks for them.</summary>
        public bool IsAsked { get; init; }

        /// <summary>What was found is the server's answer.</summary>
        public bool IsAnswered { get; init; }

        /// <summary>The oldest entry that was loaded when one wanted to look further back; until something older is found, more is loaded.</summary>
        public long? Before { get; init; }
    }

    /// <summary>All that names one, from newer to older.</summary>
    public sealed record Mentions(int Chosen, ValueList<Mentioned> All) : Overlay;

    /// <summary>The settings, of which the chosen one is changed with the arrows.</summary>
    public sealed record Settings(int Chosen) : Overlay;

    /// <param name="Wrong">Why what was typed is no date.</param>
    public sealed record Date(string Text, string? Wrong) : Overlay;

    /// <summary>Something to read: the settings, how the connection stands.</summary>
    /// <param name="From">How far it is scrolled.</param>
    public sealed record Page(string Title, ValueList<string> Lines, int From) : Overlay;

    /// <summary>Whether somebody is to be shown out or kept out, and for how long.</summary>
    public sealed record Sanction(Commands.Sanction Of, int Chosen) : Overlay;

    /// <summary>What can be done with a person.</summary>
    public sealed record Person(string Nick, int Chosen) : Overlay;

    /// <summary>A reaction to the message of this number.</summary>
    /// <param name="Typed">What is written, where none of those that are offered will do.</param>
    public sealed record React(long Number, int Chosen, string Typed) : Overlay;
}

/// <summary>A message that names one.</summary>
/// <param name="Name">Of the conversation, as the server writes it.</param>
/// <param name="Title">The same for a person, with the network where there are several.</param>
public sealed record Mentioned(ConversationId Where, string Name, string Title, Entry Entry);
