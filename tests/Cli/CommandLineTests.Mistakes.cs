namespace ChatRoom.Cli.Tests;

/// <summary>What is wrong with a command line, and what is said about it.</summary>
public partial class CommandLineTests
{
    [Theory]
    [InlineData("join --port 0", "--port '0' is not a number from 1 to 65535")]
    [InlineData("join --port 65536", "--port '65536' is not a number from 1 to 65535")]
    [InlineData("join --port tea", "--port 'tea' is not a number from 1 to 65535")]
    [InlineData("join --port", "Required argument missing for option: '--port'.")]
    [InlineData("join --history -1", "--history '-1' is not a number from 0 to 1000")]
    [InlineData("join --history 1001", "--history '1001' is not a number from 0 to 1000")]
    [InlineData("join --tls --fingerprint tea", "--fingerprint: 'tea' is no fingerprint: a SHA-256 fingerprint has 64 hexadecimal digits")]
    [InlineData("join --fingerprint 7f5b53047b3fccd740e7f71f56025ce215da98b85b194edaf1ae4e50db100e16", "--fingerprint is for TLS; add --tls")]
    [InlineData("join --nick 4u", "--nick: the nickname '4u' starts with '4'; a nickname has 1 to 30 characters")]
    [InlineData("join --nick ", "--nick: the nickname is empty; a nickname has 1 to 30 characters")]
    [InlineData("join --room a,b", "--room: the room's name '#a,b' has a comma in it")]
    [InlineData("join --nick=", "Required argument missing for option: '--nick'.")]
    [InlineData("join --host ", "--host '' is no host")]
    [InlineData("join --colour", "Unrecognized command or argument '--colour'.")]
    [InlineData("join here now", "Unrecognized command or argument 'now'.")]
    [InlineData("join chat.example.org:tea", "SERVER: 'chat.example.org:tea' has no port from 1 to 65535 behind the colon")]
    [InlineData("join https://chat.example.org", "SERVER: 'https://chat.example.org' is no address of IRC; write HOST, HOST:PORT")]
    [InlineData("join chat.example.org --host ::1", "SERVER names the host already; leave --host out")]
    [InlineData("join chat.example.org:7000 --port 7000", "SERVER names the port already; leave --port out")]
    [InlineData("join irc://chat.example.org/tea --room club", "SERVER names the room already; leave --room out")]
    [InlineData("join irc://chat.example.org/te%20a", "SERVER: the room's name '#te a' has")]
    [InlineData("serve --port 65536", "--port '65536' is not a number from 0 to 65535")]
    [InlineData("serve --flood maybe", "--flood 'maybe' is none of: on, off")]
    [InlineData("serve --memory --data x", "--memory and --data exclude each other")]
    [InlineData("serve --host 0.0.0.0", "--host 0.0.0.0 can be reached by others, and there is no TLS; add --tls, or add --insecure if that is meant")]
    [InlineData("serve --host ", "--host '' is no host")]
    [InlineData("serve --host chat.example.org", "add --insecure if that is meant")]
    [InlineData("serve --tls-port 6697", "--tls-port is for TLS; add --tls")]
    [InlineData("serve --tls --tls-cert c", "--tls-cert and --tls-key belong together")]
    [InlineData("serve --tls --tls-key k", "--tls-cert and --tls-key belong together")]
    [InlineData("serve --tls --sts 30", "--sts needs --tls-cert")]
    [InlineData("serve --tls --tls-cert c --tls-key k --sts 30 --tls-port 0", "--sts needs a --tls-port that stays the same")]
    [InlineData("serve --http-port 65536", "--http-port '65536' is not a number from 0 to 65535")]
    [InlineData("serve --http-host ::1", "--http-host is for HTTP; add --http-port")]
    [InlineData("serve --http-port 1 --http-host ", "--http-host '' is no address, such as 127.0.0.1 or 0.0.0.0")]
    [InlineData("serve --http-port 1 --http-host localhost", "--http-host 'localhost' is no address, such as 127.0.0.1 or 0.0.0.0")]
    [InlineData("serve --http-port 1 --http-host 0.0.0.0", "--http-host 0.0.0.0 can be reached by others, and there is no TLS; leave it out, or add --insecure")]
    [InlineData("serve --log-format xml", "--log-format 'xml' is none of: text, json")]
    [InlineData("serve --log-level loud", "--log-level 'loud' is none of: debug, info, warning, error")]
    [InlineData("serve --proxy-from 10.0.0.1/x", "--proxy-from '10.0.0.1/x' is no address and no network: write 10.0.0.5 or 10.0.0.0/8")]
    [InlineData("serve --proxy-from 10.0.0.1,,::1", "--proxy-from '' is no address")]
    [InlineData("serve --proxy-from 10.0.0.0/33", "--proxy-from '10.0.0.0/33' is no address")]
    [InlineData("serve --proxy-from 10.1", "--proxy-from '10.1' is no address")]
    [InlineData("serve --proxy-from proxy.example.org", "--proxy-from 'proxy.example.org' is no address")]
    [InlineData("serve --proxy-from", "Required argument missing for option: '--proxy-from'.")]
    [InlineData("serve --tls --sts x", "--sts 'x' is not a number from 0 to 3650")]
    [InlineData("serve --tls --tls-cert c --tls-key k --sts 1 --tls-port x", "--tls-port 'x' is not a number from 0 to 65535")]
    [InlineData("serve --name a!b", "--name 'a!b': a server's name has")]
    [InlineData("jion", "Unrecognized command or argument 'jion'.")]
    [InlineData("backup", "Required argument missing for command: 'backup'.")]
    [InlineData("backup one two", "Unrecognized command or argument 'two'.")]
    [InlineData("backup ", "FILE is empty; name a file")]
    [InlineData("restore --data x", "Required argument missing for command: 'restore'.")]
    [InlineData("restore --force f", "Unrecognized command or argument")]
    [InlineData("export --since tomorrow", "--since 'tomorrow' is no time: write 2026-11-20")]
    [InlineData("export --room a,b", "--room 'a,b' is no room's name")]
    [InlineData("replay --json", "Option '--at' is required.")]
    [InlineData("move --from x", "Option '--to' is required.")]
    [InlineData("move --to ", "--to is empty; name a folder, or postgres://user@host/database")]
    [InlineData("move --to mysql://db/chat", "--to 'mysql://db/chat' is no address of a PostgreSQL database: write postgres://user@host/database")]
    [InlineData("export --journal tea", "--journal 'tea' is no address of a PostgreSQL database: write postgres://user@host/database")]
    [InlineData("account list --data x --journal postgres://db.example.org/chat", "--data and --journal exclude each other")]
    [InlineData("verify now", "Unrecognized command or argument 'now'.")]
    [InlineData("completion tcsh", "Argument 'tcsh' not recognized.")]
    [InlineData("completion", "Required argument missing for command: 'completion'.")]
    public async Task A_wrong_command_line_is_explained_on_stderr_and_nothing_is_done(string line, string wrong)
    {
        Assert.Equal(ExitCode.Usage, await Run(line.Split(' ')));

        Assert.Contains(wrong, _error.ToString());
        Assert.Contains("--help'.", _error.ToString());
        Assert.Empty(_output.ToString());
        Assert.Null(_join);
        Assert.Null(_serve);
        Assert.Null(_keep);
    }

    [Theory]
    [InlineData("--history 1 --nick A --history 2 --nick B")]
    [InlineData("--history=7 --nick=A --history=2 --nick B")]
    public async Task Of_an_option_that_is_given_twice_the_last_one_counts(string given)
    {
        Assert.Equal(ExitCode.Ok, await Run(["join", .. given.Split(' ')]));

        Assert.Equal((2, "B"), (_join!.History, _join.Nick.Text));
    }

    [Fact]
    public async Task Send_says_its_words_in_a_room()
    {
        Assert.Equal(ExitCode.Ok, await Run("send", "tea", "The", "build", "is green.", "--nick", "bot", "--port", "7000"));

        Assert.Equal(("#tea", "The build is green.", "bot", 7000), (_join!.Room.Text, _join.Text, _join.Nick.Text, _join.Port));
        Assert.Equal((true, 0, false), (_join.Plain, _join.History, _join.Follow));
    }

    [Theory]
    [InlineData("Required argument missing for command: 'send'.", "lobby")]
    [InlineData("TEXT is empty; there is nothing to say", "lobby", " ")]
    [InlineData("ROOM: the room's name '#a,b' has a comma in it", "a,b", "hello")]
    public async Task A_send_that_makes_no_sense_is_refused(string wrong, params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await Run(["send", .. args]));
        Assert.StartsWith(wrong, _error.ToString(), StringComparison.Ordinal);
    }
}
