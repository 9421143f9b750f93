using System.ComponentModel.DataAnnotations;

namespace CrmImport;

/// <summary>What the section <c>Import</c> of the configuration says.</summary>
internal sealed class ImportOptions
{
    /// <summary>Holds the export and, while an import is under way, its spool.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Customers of the export that is made up where there is none.</summary>
    [Range(1, 10_000_000)]
    public int Rows { get; set; }

    [Range(1, 500_000)]
    public int RowsPerFile { get; set; }

    /// <summary>Customers that are read back at the end, to see whether they arrived; 0 reads none.</summary>
    [Range(0, 10_000)]
    public int Verified { get; set; }

    /// <summary>How often the status of a file is asked.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan StatusInterval { get; set; }
}
