using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>The colour of a smaller palette that comes nearest.</summary>
public static class NearestColor
{
    private const int CubeStart = 16;
    private const int GreyStart = 232;
    private const int Greys = 24;

    /// <summary>xterm's own sixteen. A person may have changed them, which no program can see.</summary>
    private static readonly Rgb[] Sixteen =
    [
        new(0, 0, 0), new(205, 0, 0), new(0, 205, 0), new(205, 205, 0), new(0, 0, 238), new(205, 0, 205), new(0, 205, 205), new(229, 229, 229),
        new(127, 127, 127), new(255, 0, 0), new(0, 255, 0), new(255, 255, 0), new(92, 92, 255), new(255, 0, 255), new(0, 255, 255), new(255, 255, 255),
    ];

    private static ReadOnlySpan<byte> Steps => [0, 95, 135, 175, 215, 255];

    /// <summary>0 to 15.</summary>
    public static int OfSixteen(Rgb color)
    {
        var nearest = 0;
        for (var i = 1; i < Sixteen.Length; i++)
        {
            if (Distance(Sixteen[i], color) < Distance(Sixteen[nearest], color))
                nearest = i;
        }
        return nearest;
    }

    /// <summary>16 to 255: the first sixteen of the 256 are the person's own and could be anything.</summary>
    public static int OfTwoHundredFiftySix(Rgb color)
    {
        var (red, green, blue) = (Step(color.Red), Step(color.Green), Step(color.Blue));
        var inCube = new Rgb(Steps[red], Steps[green], Steps[blue]);
        var ramp = Math.Clamp(((color.Red + color.Green + color.Blue) / 3 - 3) / 10, 0, Greys - 1);
        var level = (byte)(8 + 10 * ramp);
        return Distance(new Rgb(level, level, level), color) < Distance(inCube, color) ? GreyStart + ramp : CubeStart + 36 * red + 6 * green + blue;
    }

    private static int Step(byte value)
    {
        var nearest = 0;
        for (var i = 1; i < Steps.Length; i++)
        {
            if (Math.Abs(Steps[i] - value) < Math.Abs(Steps[nearest] - value))
                nearest = i;
        }
        return nearest;
    }

    private static int Distance(Rgb one, Rgb other)
    {
        var (red, green, blue) = (one.Red - other.Red, one.Green - other.Green, one.Blue - other.Blue);
        return red * red + green * green + blue * blue;
    }
}
