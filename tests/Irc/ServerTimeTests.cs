using System.Globalization;
using FsCheck.Fluent;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class ServerTimeTests
{
    private const long Earliest = -62_135_596_800_000;
    private const long Latest = 253_402_300_799_999;

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000Z")]
    [InlineData(1_795_172_713_123, "2026-11-20T11:05:13.123Z")]
    [InlineData(1_709_164_800_007, "2024-02-29T00:00:00.007Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999Z")]
    [InlineData(Earliest, "0001-01-01T00:00:00.000Z")]
    [InlineData(Latest, "9999-12-31T23:59:59.999Z")]
    public void A_time_is_written_and_read_back(long milliseconds, string text)
    {
        Assert.Equal(text, ServerTime.Format(milliseconds));
        Assert.True(ServerTime.TryParse(text, out var read));
        Assert.Equal(milliseconds, read);
    }

    [Fact]
    public void Any_time_is_written_as_NET_writes_it() => Holds(
        from high in Gen.Choose(-62_135_596, 253_402_299) from low in Gen.Choose(0, 999_999) select (high * 1_000_000L) + low,
        milliseconds =>
        {
            var bytes = new byte[ServerTime.Length];
            Assert.Equal(ServerTime.Length, ServerTime.Format(milliseconds, bytes));
            var expected = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            Assert.Equal(expected, Utf8(bytes));
            Assert.True(ServerTime.TryParse(bytes, out var read));
            Assert.Equal(milliseconds, read);
        });

    [Theory]
    [InlineData("1970-01-01T00:00:01Z", 1000)]
    [InlineData("1970-01-01T00:00:01.5Z", 1500)]
    [InlineData("1970-01-01T00:00:01.123456789Z", 1123)]
    [InlineData("2012-06-30T23:59:60.419Z", 1_341_100_800_419)]
    public void What_other_servers_write_is_read(string text, long milliseconds)
    {
        Assert.True(ServerTime.TryParse(text, out var read));
        Assert.Equal(milliseconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("1970-01-01T00:00:00.000")]
    [InlineData("1970-01-01T00:00:00.Z")]
    [InlineData("1970-01-01T00:00:00,000Z")]
    [InlineData("1970-01-01T00:00:00.0x0Z")]
    [InlineData("1970-01-01 00:00:00.000Z")]
    [InlineData("1970-13-01T00:00:00.000Z")]
    [InlineData("1970-00-01T00:00:00.000Z")]
    [InlineData("2023-02-29T00:00:00.000Z")]
    [InlineData("0000-01-01T00:00:00.000Z")]
    [InlineData("1970-01-01T24:00:00.000Z")]
    [InlineData("1970-01-01T00:60:00.000Z")]
    [InlineData("1970-01-01T00:00:61.000Z")]
    [InlineData("197\u0660-01-01T00:00:00.000Z")]
    [InlineData("-970-01-01T00:00:00.000Z")]
    [InlineData("1970-01-01T00:00:00.00000000000000000000000000000Z")]
    public void What_is_not_a_time_is_refused(string text)
    {
        Assert.False(ServerTime.TryParse(text, out _));
        Assert.False(ServerTime.TryParse(Utf8(text), out _));
    }

    [Theory]
    [InlineData(Earliest - 1)]
    [InlineData(Latest + 1)]
    [InlineData(long.MaxValue)]
    public void A_time_without_a_four_digit_year_is_not_written(long milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ServerTime.Format(milliseconds));

    [Fact]
    public void A_time_with_one_character_changed_is_refused_or_is_the_time_it_says()
    {
        const string time = "2024-02-29T11:05:13.123Z";
        var read = 0;
        for (var i = 0; i < time.Length; i++)
        {
            foreach (var c in "0123456789-T:.Z \u0661")
            {
                var changed = $"{time[..i]}{c}{time[(i + 1)..]}";
                if (!ServerTime.TryParse(changed, out var milliseconds))
                    continue;
                read++;
                Assert.Equal(changed, ServerTime.Format(milliseconds));
            }
        }
        // How many of them another implementation, Python's strptime, reads.
        Assert.Equal(134, read);
    }
}
