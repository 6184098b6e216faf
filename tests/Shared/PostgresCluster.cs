using System.Diagnostics;

namespace ChatRoom.Testing;

/// <summary>
/// A PostgreSQL of the tests' own, in a folder of its own, reached over a Unix socket. It ends when it is disposed of, and also when the tests'
/// process dies: a shell waits for that and ends it.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly Lazy<PostgresCluster> Common = new(() => new PostgresCluster(null, isQuick: true, []));

    private readonly Process _guard;

    /// <param name="settings">Settings beside those of initdb, as name=value.</param>
    public PostgresCluster(params string[] settings) : this(null, isQuick: false, settings)
    {
    }

    private PostgresCluster(PostgresCluster? primary, bool isQuick, string[] settings)
    {
        if (Programs is not { } programs)
            throw new InvalidOperationException(Missing);
        Folder = isQuick ? TemporaryFolder.CreateQuick("pg-") : Directory.CreateTempSubdirectory("pg-").FullName;
        var isRoot = Environment.UserName == "root";
        // The server refuses to run as root; its package made a user for it.
        var listens = Array.Exists(settings, setting => setting.StartsWith("listen_addresses=", StringComparison.Ordinal));
        var options = string.Join(' ', settings.Select(setting => $"-c {setting}"));
        var make = primary is null
            ? $"'{programs}/initdb' -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >initdb.log 2>&1"
            : $"'{programs}/pg_basebackup' -h '{primary.Folder}' -U postgres -D data -R -X stream --checkpoint=fast --no-sync >backup.log 2>&1";
        // Who killed it may be faster than its last process, which holds its memory: so it is tried again.
        var script = $$"""
            set -e
            cd '{{Folder}}'
            serve() {
              for try in 1 2 3 4 5 6 7 8 9 10; do
                '{{programs}}/postgres' -D data -k '{{Folder}}' -c listen_addresses= -c max_connections=300 {{options}} >>postgres.log 2>&1 &
                server=$!
                while kill -0 $server 2>/dev/null; do
                  if '{{programs}}/pg_isready' -q -h '{{Folder}}'; then echo started; return; fi
                  sleep 0.05
                done
                wait $server || true
                sleep 0.1
              done
              exit 1
            }
            {{make}}
            {{(primary is null && listens ? "echo 'host all all 10.0.0.0/8 trust' >>data/pg_hba.conf" : "")}}
            serve
            while read -r signal; do
              kill -$signal $server
              wait $server || true
              serve
            done
            kill -QUIT $server
            wait $server || true
            cd / && rm -rf '{{Folder}}'
            """;
        var start = new ProcessStartInfo(isRoot ? "runuser" : "sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. isRoot ? ["-u", "postgres", "--", "sh"] : Array.Empty<string>(), "-c", script])
            start.ArgumentList.Add(argument);
        if (isRoot)
            Process.Start("chown", ["postgres", Folder]).WaitForExit();
        _guard = Process.Start(start) ?? throw new InvalidOperationException("sh did not start");
        if (_guard.StandardOutput.ReadLine() is null)
            throw new InvalidOperationException($"PostgreSQL did not start: {Log}");
    }

    /// <summary>A standby that follows another one.</summary>
    public static PostgresCluster StandbyOf(PostgresCluster primary, params string[] settings)
    {
        ArgumentNullException.ThrowIfNull(primary);
        return new PostgresCluster(primary, isQuick: false, settings);
    }

    /// <summary>One for all tests of this process, with everything as an operator has it.</summary>
    public static PostgresCluster Shared => Common.Value;

    /// <summary>Why there is none; null where there can be.</summary>
    public static string? Missing => Programs is null ? "not installed: postgresql; on Debian: apt-get install postgresql" : null;

    public string Folder { get; }

    /// <summary>What it wrote, for who wonders why.</summary>
    public string Log => string.Join('\n', Directory.GetFiles(Folder, "*.log").Select(File.ReadAllText));

    /// <summary>The address of a journal in a schema of its own.</summary>
    public string Address(string schema, string database = "postgres") => $"postgres://postgres@{Uri.EscapeDataString(Folder)}/{database}?schema={schema}";

    /// <summary>Runs statements, and yields what they print, a line a row.</summary>
    public string Run(string sql, string database = "postgres") => Run([sql], database);

    /// <summary>The same with several, each in a transaction of its own.</summary>
    public string Run(IEnumerable<string> statements, string database = "postgres")
    {
        var start = new ProcessStartInfo(
            $"{Programs}/psql", ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", Folder, "-U", "postgres", "-d", database, .. statements.SelectMany(sql => (string[])["-c", sql])])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start) ?? throw new InvalidOperationException("psql did not start");
        var (said, wrong) = (run.StandardOutput.ReadToEnd(), run.StandardError.ReadToEnd());
        run.WaitForExit();
        return run.ExitCode == 0 ? said.TrimEnd('\n') : throw new InvalidOperationException(wrong);
    }

    /// <summary>All its processes end at once, as in a crash, and it starts again from its log.</summary>
    public void Crash() => Restart("QUIT");

    /// <summary>Its first process is killed; the others notice.</summary>
    public void Kill() => Restart("KILL");

    /// <summary>A standby becomes a primary.</summary>
    public void Promote() => Run("SELECT pg_promote(true, 60)");

    public void Dispose()
    {
        _guard.StandardInput.Close();
        _guard.WaitForExit();
        _guard.Dispose();
    }

    private void Restart(string signal)
    {
        _guard.StandardInput.WriteLine(signal);
        if (_guard.StandardOutput.ReadLine() is null)
            throw new InvalidOperationException($"PostgreSQL did not start again: {Log}");
    }

    private static string? Programs { get; } = Find();

    private static string? Find()
    {
        const string versions = "/usr/lib/postgresql";
        var folders = Directory.Exists(versions)
            ? Directory.GetDirectories(versions).OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0).Select(path => Path.Combine(path, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb")));
    }
}
