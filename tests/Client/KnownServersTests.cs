using ChatRoom.Client.Connection;

namespace ChatRoom.Client.Tests;

public sealed class KnownServersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatroom-known-");

    private static Fingerprint Print(char digit)
    {
        Assert.True(Fingerprint.TryParse(new string(digit, 64), out var print, out _));
        return print;
    }

    private KnownServers Known => new(Path.Combine(_folder.FullName, "new", "known_servers"));

    [Fact]
    public void Nothing_is_known_at_first()
    {
        Assert.True(Known.TryFind("irc.test", 6697, out var pinned, out _));

        Assert.Null(pinned);
    }

    [Fact]
    public void What_was_pinned_is_found_for_that_server_and_port_alone()
    {
        Assert.True(Known.TryPin("irc.test", 6697, Print('a'), out _));
        Assert.True(Known.TryPin("::1", 6697, Print('b'), out _));

        Assert.Equal([Print('a'), Print('b'), null, null], new[] { ("IRC.test", 6697), ("::1", 6697), ("irc.test", 6698), ("irc.tes", 6697) }
            .Select(place => Known.TryFind(place.Item1, place.Item2, out var pinned, out _) ? pinned : Print('f')));
    }

    [Fact]
    public void A_new_pin_takes_the_place_of_the_old_one_and_the_others_stay()
    {
        Known.TryPin("irc.test", 6697, Print('a'), out _);
        Known.TryPin("other.test", 6697, Print('b'), out _);

        Assert.True(Known.TryPin("irc.test", 6697, Print('c'), out _));

        Assert.Equal([$"other.test:6697 {Print('b')}", $"irc.test:6697 {Print('c')}"], File.ReadAllLines(Known.File));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Known.File)!));
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        Known.TryPin("irc.test", 6697, Print('a'), out _);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Known.File));
    }

    [Fact]
    public void A_broken_line_is_named_and_trusts_nobody()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Known.File)!);
        File.WriteAllText(Known.File, "# mine\nirc.test:6697 abc\n");

        Assert.False(Known.TryFind("irc.test", 6697, out _, out var wrong));

        Assert.StartsWith($"line 2 of '{Known.File}': 'abc' is no fingerprint", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        Directory.CreateDirectory(Known.File);

        Assert.False(Known.TryFind("irc.test", 6697, out _, out var wrong));
        Assert.StartsWith($"cannot read '{Known.File}'", wrong, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_server_is_forgotten_and_the_others_stay()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("chatroom-").FullName, "known_servers");
        var known = new KnownServers(path);
        Assert.True(Fingerprint.TryParse(new string('1', 64), out var one, out _));
        Assert.True(known.TryPin("a.example", 6697, one, out _) && known.TryPin("b.example", 6697, one, out _));

        Assert.True(known.TryForget("A.example", 6697, out _));

        Assert.True(known.TryFind("a.example", 6697, out var gone, out _));
        Assert.True(known.TryFind("b.example", 6697, out var kept, out _));
        Assert.Equal((null, one), (gone, kept));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
