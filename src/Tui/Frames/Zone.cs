namespace ChatRoom.Tui.Frames;

/// <summary>Where something can be clicked. Of overlapping zones the last one counts, as it was painted last.</summary>
public readonly record struct Zone(Area Area, Target Target);
