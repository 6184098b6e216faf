using System.Text;
using System.Text.Json;
using ChatRoom.Server.Journal;
using ChatRoom.Server.Keeping;
using ChatRoom.Server.Tests.Journal;
using LanguageExt;

namespace ChatRoom.Server.Tests.Keeping;

public sealed class ExportTests
{
    [Fact]
    public void Every_event_is_a_line_in_order()
    {
        using var kept = new KeptFolder(lines: 1200);

        var lines = Lines(kept);
        Assert.Equal(kept.Events.Select(recorded => $"{kept.Epoch}-{recorded.Sequence}"), lines.Select(line => Field(line, "msgid")));
    }

    [Fact]
    public void The_names_of_fields_never_change()
    {
        using var kept = new KeptFolder();
        var expected = """
            {"type":"serverStarted","time":"1970-01-01T00:00:01.010Z","msgid":"*-1"}
            {"type":"connected","time":"1970-01-01T00:00:01.020Z","msgid":"*-2","nick":"Tuan","person":1,"realName":"Tuấn"}
            {"type":"connected","time":"1970-01-01T00:00:01.030Z","msgid":"*-3","nick":"Duy","person":2,"realName":""}
            {"type":"connected","time":"1970-01-01T00:00:01.040Z","msgid":"*-4","nick":"Mai","person":3,"account":"mai","realName":"Mai"}
            {"type":"attached","time":"1970-01-01T00:00:01.050Z","msgid":"*-5","person":3}
            {"type":"joined","time":"1970-01-01T00:00:01.060Z","msgid":"*-6","room":"#Lobby","nick":"Tuan","person":1,"role":"operator"}
            {"type":"joined","time":"1970-01-01T00:00:01.070Z","msgid":"*-7","room":"#Lobby","nick":"Mai","person":3,"account":"mai","role":"member"}
            {"type":"joined","time":"1970-01-01T00:00:01.080Z","msgid":"*-8","room":"#kitchen","nick":"Duy","person":2,"role":"operator"}
            {"type":"said","time":"1970-01-01T00:00:01.090Z","msgid":"*-9","room":"#Lobby","nick":"Tuan","person":1,"kind":"message","text":"one"}
            {"type":"said","time":"1970-01-01T00:00:01.100Z","msgid":"*-10","room":"#Lobby","nick":"Mai","person":3,"account":"mai","kind":"notice","text":"two"}
            {"type":"said","time":"1970-01-01T00:00:01.110Z","msgid":"*-11","room":"#kitchen","nick":"Duy","person":2,"kind":"message","audience":"operators","text":"three"}
            {"type":"said","time":"1970-01-01T00:00:01.120Z","msgid":"*-12","nick":"Duy","person":2,"to":"Mai","toPerson":3,"toAccount":"mai","kind":"message","text":"four"}
            {"type":"topic","time":"1970-01-01T00:00:01.130Z","msgid":"*-13","room":"#Lobby","nick":"Mai","person":3,"account":"mai","text":"tea"}
            {"type":"renamed","time":"1970-01-01T00:00:01.140Z","msgid":"*-14","nick":"Tuan","person":1,"newNick":"Tuan2"}
            {"type":"left","time":"1970-01-01T00:00:01.150Z","msgid":"*-15","room":"#kitchen","nick":"Duy","person":2,"reason":"lunch"}
            {"type":"detached","time":"1970-01-01T00:00:01.160Z","msgid":"*-16","person":3}
            {"type":"attached","time":"1970-01-01T00:00:01.170Z","msgid":"*-17","person":3}
            """;

        Assert.Equal(expected.ReplaceLineEndings("\n").Split('\n'), Lines(kept).Select(line => line.Replace(kept.Epoch, "*", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_kind_of_event_has_a_line_of_json()
    {
        using var temporary = new TemporaryFolder();
        using (var folder = DataFolder.Open(temporary.Path))
        {
            using var journal = SqliteJournal.Open(folder);
            journal.Append(EveryEvent.Kept);
        }

        var lines = Lines(temporary.Path, All);
        Assert.Equal(EveryEvent.Kept.Count, lines.Length);
        Assert.All(lines, line => Assert.NotEqual("", Field(line, "type")));
        Assert.Contains(lines, line => line.Contains("\"text\":null", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"attributes\":[{\"name\":\"\\u002Bdraft/react\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#lobby", null, null, null, new long[] { 6, 7, 9, 10, 13 })]
    [InlineData("LOBBY", null, null, null, new long[] { 6, 7, 9, 10, 13 })]
    [InlineData("nowhere", null, null, null, new long[] { })]
    [InlineData(null, "MAI", null, null, new long[] { 4, 7, 10, 12, 13 })]
    [InlineData("lobby", "mai", null, null, new long[] { 7, 10, 13 })]
    [InlineData(null, null, "1970-01-01T00:00:01.150Z", null, new long[] { 15, 16, 17 })]
    [InlineData(null, null, null, "1970-01-01T00:00:01.030Z", new long[] { 1, 2 })]
    [InlineData(null, null, "1970-01-01T07:00:01.101+07:00", "1970-01-01T00:00:01.121Z", new long[] { 11, 12 })]
    [InlineData("lobby", null, "1970-01-01T00:00:01.07", "1970-01-01T00:00:01.1", new long[] { 7, 9 })]
    [InlineData(null, null, "2026-11-20", null, new long[] { })]
    [InlineData(null, null, null, "1970-01-01", new long[] { })]
    public void Only_what_fits_all_that_is_asked_for(string? room, string? account, string? since, string? until, long[] numbers)
    {
        using var kept = new KeptFolder();
        var query = Parsed(room, account, since, until);

        Assert.Equal(numbers, Lines(kept.Path, query).Select(line => long.Parse(Field(line, "msgid").Split('-')[1])));
    }

    [Theory]
    [InlineData("a,b", null, null, null, "--room 'a,b' is no room's name")]
    [InlineData(null, "4u", null, null, "--account '4u' is no account's name")]
    [InlineData(null, null, "yesterday", null, "--since 'yesterday' is no time: write 2026-11-20")]
    [InlineData(null, null, null, "2026-13-01", "--until '2026-13-01' is no time")]
    [InlineData(null, null, "2026-11-20", "2026-11-20", "--since is not before --until")]
    public void What_can_not_be_meant_is_refused(string? room, string? account, string? since, string? until, string wrong) =>
        Assert.Contains(wrong, ExportQuery.Parse(room, account, since, until).Match(_ => "", refused => refused), StringComparison.Ordinal);

    [Fact]
    public void An_export_ends_at_an_event_that_can_not_be_read_and_names_it()
    {
        using var kept = new KeptFolder();
        kept.Execute("UPDATE events SET header = 'x' WHERE seq = 5");

        var refused = Assert.Throws<DataFolderException>(() => Lines(kept));
        Assert.Contains("event 5 can't be read", refused.Message, StringComparison.Ordinal);
    }

    private static ExportQuery All => Parsed(null, null, null, null);

    private static ExportQuery Parsed(string? room, string? account, string? since, string? until) =>
        ExportQuery.Parse(room, account, since, until).IfFault(wrong => throw new ArgumentException(wrong));

    private static string[] Lines(KeptFolder kept) => Lines(kept.Path, All);

    private static string[] Lines(string folder, ExportQuery query)
    {
        using var output = new MemoryStream();
        Export.Write(folder, query, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Field(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetString() ?? "";
    }
}
