namespace ChatRoom.Tui.Frames;

/// <summary>Something that can be clicked. Each screen has its own cases.</summary>
public abstract record Target;
