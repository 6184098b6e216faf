namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>How many colours a terminal shows.</summary>
public enum ColorDepth
{
    /// <summary>Only emphasis: a monochrome terminal, or a person who asked for it (no-color.org).</summary>
    None,

    /// <summary>The sixteen of ECMA-48 and its bright ones, whose look is the person's choice.</summary>
    Sixteen,

    /// <summary>xterm's cube of 6x6x6 colours and its ramp of greys.</summary>
    TwoHundredFiftySix,

    /// <summary>Red, green and blue with eight bits each.</summary>
    Full,
}
