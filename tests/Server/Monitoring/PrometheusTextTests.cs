using ChatRoom.Server.Monitoring;

namespace ChatRoom.Server.Tests.Monitoring;

public sealed class PrometheusTextTests
{
    [Fact]
    public void What_only_grows_is_a_counter_and_ends_in_total() => Assert.Equal(
        """
        # HELP chatroom_messages_total What was said
        # TYPE chatroom_messages_total counter
        chatroom_messages_total{kind="message"} 41
        chatroom_messages_total{kind="notice",room="tea"} 0

        """,
        Written(new MetricSnapshot.Numbers("chatroom.messages", "{message}", "What was said", OnlyGrows: true,
            [new MetricSample(41, Tag("kind", "message")), new MetricSample(0, Tag("kind", "notice"), Tag("room", "tea"))])));

    [Fact]
    public void What_also_falls_is_a_gauge_and_its_unit_is_a_part_of_its_name() => Assert.Equal(
        """
        # HELP up_seconds 
        # TYPE up_seconds gauge
        up_seconds 0.25
        # HELP sent_bytes 
        # TYPE sent_bytes gauge
        sent_bytes -3
        # HELP took_seconds 
        # TYPE took_seconds gauge
        took_seconds 1
        # HELP _1st 
        # TYPE _1st gauge
        _1st 1

        """,
        Written(Gauge("up", "s", 0.25), Gauge("sent", "By", -3), Gauge("took.seconds", "s", 1), Gauge("1st", "", 1)));

    [Fact]
    public void A_distribution_counts_all_that_are_at_most_so_large() => Assert.Equal(
        """
        # HELP wait_seconds How long
        # TYPE wait_seconds histogram
        wait_seconds_bucket{le="0.5"} 2
        wait_seconds_bucket{le="1"} 2
        wait_seconds_bucket{le="+Inf"} 3
        wait_seconds_sum 7.75
        wait_seconds_count 3

        """,
        Written(new MetricSnapshot.Spread("wait", "s", "How long", [0.5, 1], [2, 0, 1], 7.75)));

    [Fact]
    public void What_has_a_meaning_in_the_format_is_escaped() => Assert.Equal(
        """
        # HELP odd a \\ and a\nbreak and a "quote"
        # TYPE odd gauge
        odd{a_b="\\ \n \" é"} 1

        """,
        Written(new MetricSnapshot.Numbers("odd", "", "a \\ and a\nbreak and a \"quote\"", OnlyGrows: false, [new MetricSample(1, Tag("a-b", "\\ \n \" é"))])));

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e-9, "1E-09")]
    public void Numbers_are_written_as_the_format_wants_them(double number, string written) =>
        Assert.EndsWith($"\nx {written}\n", Written(Gauge("x", "", number)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_an_empty_text() => Assert.Equal("", Written());

    private static MetricSnapshot.Numbers Gauge(string name, string unit, double value) => new(name, unit, "", OnlyGrows: false, [new MetricSample(value)]);

    private static KeyValuePair<string, string> Tag(string name, string value) => new(name, value);

    private static string Written(params MetricSnapshot[] readings) => PrometheusText.Write(readings);
}
