using System.Globalization;

namespace ChatRoom.Cli.Serve;

/// <summary>
/// A clock on the wall that is elsewhere or runs faster, for tests that would wait for minutes: "+1y x30" is a year ahead and thirty times as fast. What is timed by
/// how long it takes, such as a silence, stays as it is.
/// </summary>
internal sealed class TestClock : TimeProvider
{
    private readonly TimeSpan _ahead;
    private readonly double _speed;
    private readonly long _began;
    private readonly DateTimeOffset _start;

    private TestClock(TimeSpan ahead, double speed) => (_ahead, _speed, _began, _start) = (ahead, speed, System.GetTimestamp(), System.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => _start + _ahead + (System.GetElapsedTime(_began) * _speed);

    /// <summary>Null for what is none.</summary>
    public static TestClock? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (ahead, speed) = (TimeSpan.Zero, 1.0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(word.AsSpan(1).TrimEnd("smhdy"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            if (word[0] == 'x' && number > 0)
                speed = number;
            else if (word[0] == '+')
                ahead += number * Unit(word[^1]);
            else
                return null;
        }
        return new TestClock(ahead, speed);
    }

    private static TimeSpan Unit(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'y' => TimeSpan.FromDays(365),
        _ => TimeSpan.FromSeconds(1),
    };
}
